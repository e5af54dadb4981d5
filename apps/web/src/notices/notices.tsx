import { MoreMessages } from '../i18n/provider.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { PageTitle } from '../ui/page-title.js';
import { Accessibility } from './accessibility.js';
import { Contact } from './contact.js';
import { Help } from './help.js';
import { Legal } from './legal.js';
import { Privacy } from './privacy.js';
import { SiteMap } from './site-map.js';

const pages = {
  accessibility: { title: 'notice.accessibility.title', Body: Accessibility },
  siteMap: { title: 'web.footer.siteMap', Body: SiteMap },
  help: { title: 'web.footer.help', Body: Help },
  contact: { title: 'web.footer.contact', Body: Contact },
  privacy: { title: 'web.footer.privacy', Body: Privacy },
  legal: { title: 'web.footer.legal', Body: Legal },
} satisfies Record<string, { title: MessageKey; Body: () => React.ReactNode }>;

/** The pages that the law asks of a public site, and help. */
export default function Notices({ page }: { page: keyof typeof pages }) {
  return (
    <MoreMessages area="web-notices">
      <Notice page={page} />
    </MoreMessages>
  );
}

function Notice({ page }: { page: keyof typeof pages }) {
  const { t } = useText();
  const { title, Body } = pages[page];
  return (
    <div className="wrap narrow">
      <PageTitle title={t(title)} />
      <div className="prose notice-page">
        <Body />
      </div>
    </div>
  );
}
