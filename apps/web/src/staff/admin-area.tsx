import { Route, Routes } from 'react-router';
import { NotFound } from '../public/not-found.js';
import { JournalPage } from './admin/journal-page.js';
import { MailsPage } from './admin/mails-page.js';
import { RetentionPage } from './admin/retention-page.js';
import { SystemPage } from './admin/system-page.js';
import { UsersPage } from './admin/users-page.js';
import { StaffArea } from './shared/staff-area.js';

/** The admin's pages. */
export default function AdminArea() {
  return (
    <StaffArea area="admin">
      <Routes>
        <Route index element={<SystemPage />} />
        <Route path="utilisateurs" element={<UsersPage />} />
        <Route path="mails" element={<MailsPage />} />
        <Route path="journal" element={<JournalPage />} />
        <Route path="conservation" element={<RetentionPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </StaffArea>
  );
}
