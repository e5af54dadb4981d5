import { Route, Routes } from 'react-router';
import { MoreMessages } from '../../../i18n/provider.js';
import { NotFound } from '../../../public/not-found.js';
import { BoardPage } from './board-page.js';
import { NewPersonPage } from './new-person-page.js';
import { PeoplePage } from './people-page.js';
import { PersonPage } from './person-page.js';
import { ReceptionFrame } from './reception-frame.js';
import { ToTellPage } from './to-tell-page.js';

/** Reception of people without an address. */
export default function ReceptionArea() {
  return (
    <MoreMessages area="web-reception">
      <ReceptionFrame>
        <Routes>
          <Route index element={<PeoplePage />} />
          <Route path="nouvelle" element={<NewPersonPage />} />
          <Route path="personnes/:id" element={<PersonPage />} />
          <Route path="a-dire" element={<ToTellPage />} />
          <Route path="tableau" element={<BoardPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </ReceptionFrame>
    </MoreMessages>
  );
}
