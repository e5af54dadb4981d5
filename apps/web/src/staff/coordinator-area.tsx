import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '../public/not-found.js';
import { CertificatesPage } from './coord/certificates-page.js';
import { CoursePage } from './coord/course-page.js';
import { CoursesPage } from './coord/courses-page.js';
import { Dashboard } from './coord/dashboard.js';
import { ImportPage } from './coord/import-page.js';
import { ImportsPage } from './coord/imports-page.js';
import { SessionPage } from './coord/session-page.js';
import { SessionsPage } from './coord/sessions-page.js';
import { MoreMessages } from '../i18n/provider.js';
import { CallsPage } from './teaching/calls-page.js';
import { QualificationPage } from './teaching/qualification-page.js';
import { QualificationsPage } from './teaching/qualifications-page.js';
import { StaffArea } from './shared/staff-area.js';

const PeopleArea = lazy(() => import('./people/people-area.js'));
const DuplicatesArea = lazy(() => import('./coord/duplicates/duplicates-area.js'));
const ReceptionArea = lazy(() => import('./coord/reception/reception-area.js'));

/** The coordinator's pages. */
export default function CoordinatorArea() {
  return (
    <StaffArea area="coordinator">
      <MoreMessages area="web-teaching">
        <MoreMessages area="web-seating">
          <Routes>
            <Route index element={<Dashboard />} />
            <Route path="formations" element={<CoursesPage />} />
            <Route path="formations/:slug" element={<CoursePage />} />
            <Route path="sessions" element={<SessionsPage />} />
            <Route path="sessions/:id" element={<SessionPage />} />
            <Route
              path="appels"
              element={
                <MoreMessages area="web-learning">
                  <CallsPage />
                </MoreMessages>
              }
            />
            <Route path="qualifications" element={<QualificationsPage />} />
            <Route path="qualifications/:slug" element={<QualificationPage />} />
            <Route path="attestations" element={<CertificatesPage />} />
            <Route path="benevoles" element={<PeopleArea page="people" />} />
            <Route path="ecrire" element={<PeopleArea page="mailing" />} />
            <Route path="doublons/*" element={<DuplicatesArea />} />
            <Route path="accueil/*" element={<ReceptionArea />} />
            <Route path="imports" element={<ImportsPage />} />
            <Route path="imports/:id" element={<ImportPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </MoreMessages>
      </MoreMessages>
    </StaffArea>
  );
}
