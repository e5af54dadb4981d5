import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../ui/icons.js';

export interface SectionLink {
  to: string;
  label: string;
  icon: IconName;
  /** Only the very address counts as here, not the addresses below it. */
  end?: boolean;
}

/** A part of the site with its own navigation: my space, the trainer's, the coordinator's, the administration. */
export function SectionLayout({
  label,
  links,
  children,
}: {
  label: string;
  links: SectionLink[];
  children: ReactNode;
}) {
  return (
    <div className="wrap section-layout">
      <nav className="section-nav" aria-label={label}>
        <ul role="list">
          {links.map(({ to, label: name, icon, end }) => (
            <li key={to}>
              <NavLink to={to} end={end}>
                <Icon name={icon} size={20} />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="stack loose">{children}</div>
    </div>
  );
}
