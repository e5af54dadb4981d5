import type { CSSProperties } from 'react';
import { Link, NavLink } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { Icon } from '../ui/icons.js';
import { LanguageSwitch } from './language-switch.js';
import { Wordmark } from './wordmark.js';

const places: { to: string; label: MessageKey; colour: string }[] = [
  { to: '/formations', label: 'web.nav.trainings', colour: 'var(--action)' },
  { to: '/reseaux/solidarite', label: 'web.nav.solidarity', colour: 'var(--solidarity)' },
  { to: '/reseaux/climat', label: 'web.nav.climate', colour: 'var(--climate)' },
];

/** The same head on every page: home, the three places of the site, language, my space. */
export function Header() {
  const { t } = useText();
  const { data: viewer } = useViewer();
  return (
    <header className="header">
      <div className="wrap header-bar">
        <Wordmark />
        <Link to={viewer ? '/moi' : '/connexion'} className="button quiet header-account">
          <Icon name="person" size={22} />
          {t(viewer ? 'web.nav.mySpace' : 'web.nav.signIn')}
        </Link>
        <nav className="header-nav" aria-label={t('web.nav.main')}>
          <ul role="list">
            {places.map(({ to, label, colour }) => (
              <li key={to}>
                <NavLink to={to} className="nav-link" style={{ '--nav-colour': colour } as CSSProperties}>
                  {t(label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSwitch />
      </div>
    </header>
  );
}
