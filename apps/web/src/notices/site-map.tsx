import { Link } from 'react-router';
import { useText, type MessageKey } from '../i18n/text.js';
import { Part } from './texts.js';

type Entry = { to: string; label: MessageKey };

const parts: { title: MessageKey; entries: Entry[] }[] = [
  {
    title: 'notice.siteMap.public',
    entries: [
      { to: '/', label: 'notice.siteMap.home' },
      { to: '/formations', label: 'web.nav.trainings' },
      { to: '/reseaux/solidarite', label: 'common.network.solidarity' },
      { to: '/reseaux/climat', label: 'common.network.climate' },
      { to: '/inscription', label: 'web.join.title' },
      { to: '/verifier', label: 'notice.siteMap.verify' },
      { to: '/connexion', label: 'web.signin.title' },
      { to: '/carte', label: 'notice.siteMap.card' },
    ],
  },
  {
    title: 'web.nav.mySpace',
    entries: [
      { to: '/moi', label: 'mine.nav.next' },
      { to: '/moi/agenda', label: 'mine.nav.agenda' },
      { to: '/moi/attestations', label: 'mine.nav.certificates' },
      { to: '/moi/profil', label: 'mine.nav.profile' },
      { to: '/moi/disponibilites', label: 'mine.nav.availability' },
      { to: '/moi/consentements', label: 'mine.nav.consents' },
      { to: '/moi/connexions', label: 'mine.nav.signIns' },
    ],
  },
  {
    title: 'notice.siteMap.staff',
    entries: [
      { to: '/formateur', label: 'mine.nav.trainer' },
      { to: '/coord', label: 'mine.nav.coordinator' },
      { to: '/admin', label: 'mine.nav.admin' },
    ],
  },
  {
    title: 'web.footer.title',
    entries: [
      { to: '/aide', label: 'web.footer.help' },
      { to: '/contact', label: 'web.footer.contact' },
      { to: '/accessibilite', label: 'notice.accessibility.title' },
      { to: '/donnees-personnelles', label: 'web.footer.privacy' },
      { to: '/mentions-legales', label: 'web.footer.legal' },
    ],
  },
];

/** Every page that has a fixed address. */
export function SiteMap() {
  const { t } = useText();
  return parts.map(({ title, entries }) => (
    <Part key={title} title={title}>
      <ul>
        {entries.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{t(label)}</Link>
          </li>
        ))}
      </ul>
    </Part>
  ));
}
