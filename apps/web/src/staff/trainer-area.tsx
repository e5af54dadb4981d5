import { Route, Routes } from 'react-router';
import { NotFound } from '../public/not-found.js';
import { MoreMessages } from '../i18n/provider.js';
import { SurveyResults } from './teaching/survey-results.js';
import { StaffArea } from './shared/staff-area.js';
import { AttendancePage } from './trainer/attendance-page.js';
import { MySessions } from './trainer/my-sessions.js';

/** The trainer's pages. */
export default function TrainerArea() {
  return (
    <StaffArea area="trainer">
      <MoreMessages area="web-teaching">
        <MoreMessages area="web-seating">
          <Routes>
            <Route index element={<MySessions />} />
            <Route path="sessions/:id" element={<AttendancePage />} />
            <Route path="sessions/:id/avis" element={<SurveyResults />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </MoreMessages>
      </MoreMessages>
    </StaffArea>
  );
}
