import { Link } from 'react-router';
import { useText, type MessageKey } from '../i18n/text.js';
import { AppearanceSwitch } from './appearance-switch.js';
import { Wordmark } from './wordmark.js';

const pages: { to: string; label: MessageKey }[] = [
  { to: '/aide', label: 'web.footer.help' },
  { to: '/contact', label: 'web.footer.contact' },
  { to: '/accessibilite', label: 'web.footer.accessibility' },
  { to: '/plan-du-site', label: 'web.footer.siteMap' },
  { to: '/donnees-personnelles', label: 'web.footer.privacy' },
  { to: '/mentions-legales', label: 'web.footer.legal' },
];

/** The compulsory pages, in the same order on every page. */
export function Footer() {
  const { t } = useText();
  return (
    <footer className="footer">
      <div className="wrap">
        <div className="footer-top">
          <Wordmark />
          <AppearanceSwitch />
        </div>
        <nav aria-label={t('web.footer.title')}>
          <ul role="list" className="footer-links">
            {pages.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{t(label)}</Link>
              </li>
            ))}
            <li>
              <a href="/schema.graphql">{t('web.footer.api')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
