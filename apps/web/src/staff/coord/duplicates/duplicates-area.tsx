import { Route, Routes } from 'react-router';
import { MoreMessages } from '../../../i18n/provider.js';
import { NotFound } from '../../../public/not-found.js';
import { ComparePage } from './compare-page.js';
import { DuplicatesPage } from './duplicates-page.js';
import '../../../styles/merge.css';

/** Profiles that may be of one person. */
export default function DuplicatesArea() {
  return (
    <MoreMessages area="web-merge">
      <Routes>
        <Route index element={<DuplicatesPage />} />
        <Route path=":keptId/:goneId" element={<ComparePage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </MoreMessages>
  );
}
