import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useText } from '../../../i18n/text.js';
import '../../../styles/reception.css';

/** The parts of reception, above each of its pages. */
export function ReceptionFrame({ children }: { children: ReactNode }) {
  const { t } = useText();
  const parts = [
    { to: '/coord/accueil', label: t('reception.part.people'), end: true },
    { to: '/coord/accueil/a-dire', label: t('reception.part.toTell') },
    { to: '/coord/accueil/tableau', label: t('reception.part.board') },
  ];
  return (
    <div className="stack reception">
      <nav className="sub-nav no-print" aria-label={t('reception.parts')}>
        <ul role="list">
          {parts.map(({ to, label, end }) => (
            <li key={to}>
              <NavLink to={to} end={end}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}

/** First name and end of the card: enough to tell people apart, too little to recognise a stranger. */
export function CardEnd({ end }: { end: string | null }) {
  const { t } = useText();
  return <span className="small muted">{end ? t('reception.card.end', { end }) : t('reception.card.none')}</span>;
}
