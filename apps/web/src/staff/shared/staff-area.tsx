import type { ReactNode } from 'react';
import { hasRole, useViewer, type Role } from '../../api/viewer.js';
import { MoreMessages } from '../../i18n/provider.js';
import { useText, type MessageKey } from '../../i18n/text.js';
import { Require } from '../../shell/require.js';
import { SectionLayout } from '../../shell/section-nav.js';
import type { IconName } from '../../ui/icons.js';
import '../../styles/staff.css';

interface Place {
  to: string;
  label: MessageKey;
  icon: IconName;
  end?: boolean;
}

interface AreaFacts {
  label: MessageKey;
  /** Any of these roles opens the area. */
  roles: Role[];
  /** The roles whose holders are shown the way here from other areas, and what the way is called. */
  reachedBy: Role[];
  entrance: MessageKey;
  /** The first one is where the area begins. */
  places: [Place, ...Place[]];
}

const areas = {
  trainer: {
    label: 'staff.area.trainer',
    roles: ['trainer', 'coordinator', 'admin'],
    reachedBy: ['trainer'],
    entrance: 'staff.nav.mySessions',
    places: [{ to: '/formateur', label: 'staff.nav.mySessions', icon: 'calendar', end: true }],
  },
  coordinator: {
    label: 'staff.area.coordinator',
    roles: ['coordinator', 'admin'],
    reachedBy: ['coordinator', 'admin'],
    entrance: 'staff.area.coordinator',
    places: [
      { to: '/coord', label: 'staff.nav.dashboard', icon: 'home', end: true },
      { to: '/coord/sessions', label: 'staff.nav.sessions', icon: 'calendar' },
      { to: '/coord/formations', label: 'staff.nav.courses', icon: 'book' },
      { to: '/coord/qualifications', label: 'staff.nav.qualifications', icon: 'shield' },
      { to: '/coord/appels', label: 'staff.nav.calls', icon: 'mail' },
      { to: '/coord/attestations', label: 'staff.nav.certificates', icon: 'check' },
      { to: '/coord/benevoles', label: 'staff.nav.volunteers', icon: 'people' },
      { to: '/coord/doublons', label: 'staff.nav.duplicates', icon: 'copy' },
      { to: '/coord/accueil', label: 'staff.nav.reception', icon: 'seat' },
      { to: '/coord/imports', label: 'staff.nav.imports', icon: 'download' },
    ],
  },
  admin: {
    label: 'staff.area.admin',
    roles: ['admin'],
    reachedBy: ['admin'],
    entrance: 'staff.area.admin',
    places: [
      { to: '/admin', label: 'staff.nav.system', icon: 'gear', end: true },
      { to: '/admin/utilisateurs', label: 'staff.nav.users', icon: 'person' },
      { to: '/admin/mails', label: 'staff.nav.mails', icon: 'mail' },
      { to: '/admin/journal', label: 'staff.nav.journal', icon: 'list' },
      { to: '/admin/conservation', label: 'staff.nav.retention', icon: 'clock' },
    ],
  },
} satisfies Record<string, AreaFacts>;

export type AreaName = keyof typeof areas;
const areaNames = ['trainer', 'coordinator', 'admin'] as const;

/** One of the three parts for people who run the platform: who may enter, its words, its navigation. */
export function StaffArea({ area, children }: { area: AreaName; children: ReactNode }) {
  return (
    <Require roles={areas[area].roles}>
      <MoreMessages area="web-staff">
        <Furnished area={area}>{children}</Furnished>
      </MoreMessages>
    </Require>
  );
}

function Furnished({ area, children }: { area: AreaName; children: ReactNode }) {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const own: Place[] = areas[area].places;
  // Who has several roles passes from one area to another without typing an address.
  const others = areaNames
    .filter((name) => name !== area && hasRole(viewer, ...areas[name].reachedBy))
    .map((name): Place => ({ ...areas[name].places[0], label: areas[name].entrance, end: true }));
  const links = [...own, ...others].map((place) => ({ ...place, label: t(place.label) }));
  return (
    <div className="staff">
      <SectionLayout label={t(areas[area].label)} links={links}>
        {children}
      </SectionLayout>
    </div>
  );
}
