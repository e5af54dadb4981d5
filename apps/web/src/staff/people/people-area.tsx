import { MoreMessages } from '../../i18n/provider.js';
import '../../styles/people.css';
import { MailingPage } from './mailing-page.js';
import { PeoplePage } from './people-page.js';

/** The table of people, and the page that writes to them. */
export default function PeopleArea({ page }: { page: 'people' | 'mailing' }) {
  return <MoreMessages area="web-people">{page === 'people' ? <PeoplePage /> : <MailingPage />}</MoreMessages>;
}
