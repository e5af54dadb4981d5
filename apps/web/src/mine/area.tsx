import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { hasRole, useViewer } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { NotFound } from '../public/not-found.js';
import { Require } from '../shell/require.js';
import { Loading } from '../ui/states.js';
import { SectionLayout, type SectionLink } from '../shell/section-nav.js';
import { MySpace } from './my-space.js';

const AddressPage = lazy(() => import('./address.js'));
const AgendaPage = lazy(() => import('./agenda.js'));
const AvailabilityPage = lazy(() => import('./availability.js'));
const BookingPage = lazy(() => import('./booking.js'));
const ConsentsPage = lazy(() => import('./consents.js'));
const MyDataPage = lazy(() => import('./my-data/my-data-page.js'));
const LivedExperiencePage = lazy(() => import('./my-data/lived-experience-page.js'));
const ProfilePage = lazy(() => import('./profile.js'));
const SecurityPage = lazy(() => import('../security/security-page.js'));
const CallsPage = lazy(() => import('../learning/calls-page.js'));
const QualificationsPage = lazy(() => import('./qualifications.js'));
const CertificatePage = lazy(() => import('./certificate.js'));
const RecordPage = lazy(() => import('./record.js'));
const SignInsPage = lazy(() => import('./sign-ins.js'));

/** The pages of a signed-in person. */
export default function MyArea() {
  return (
    <Routes>
      <Route path="connexions" element={<Inside needsProfile={false} page={<SignInsPage />} />} />
      <Route path="securite" element={<Inside needsProfile={false} page={<SecurityPage />} />} />
      <Route path="adresse" element={<Inside page={<AddressPage />} />} />
      <Route path="agenda" element={<Inside page={<AgendaPage />} />} />
      <Route path="reservations/:id" element={<Inside page={<BookingPage />} />} />
      <Route path="profil" element={<Inside page={<ProfilePage />} />} />
      <Route path="appels" element={<Inside page={<CallsPage />} />} />
      <Route path="qualifications" element={<Inside page={<QualificationsPage />} />} />
      <Route path="attestations" element={<Inside page={<RecordPage />} />} />
      <Route path="attestations/:id" element={<Inside page={<CertificatePage />} />} />
      <Route path="heures" element={<Navigate replace to="/moi/attestations" />} />
      <Route path="disponibilites" element={<Inside page={<AvailabilityPage />} />} />
      <Route path="consentements" element={<Inside page={<ConsentsPage />} />} />
      <Route path="donnees" element={<Inside needsProfile={false} page={<MyDataPage />} />} />
      <Route path="donnees/vecu" element={<Inside page={<LivedExperiencePage />} />} />
      <Route index element={<Inside needsProfile={false} page={<MySpace />} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function Inside({ page, needsProfile = true }: { page: ReactNode; needsProfile?: boolean }) {
  return (
    <Require profile={needsProfile}>
      <Frame>{page}</Frame>
    </Require>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const links: SectionLink[] = [
    { to: '/moi', label: t('mine.nav.next'), icon: 'home', end: true },
    { to: '/moi/agenda', label: t('mine.nav.agenda'), icon: 'calendar' },
    { to: '/moi/qualifications', label: t('mine.nav.qualifications'), icon: 'book' },
    { to: '/moi/attestations', label: t('mine.nav.certificates'), icon: 'check' },
    { to: '/moi/profil', label: t('mine.nav.profile'), icon: 'person' },
    { to: '/moi/disponibilites', label: t('mine.nav.availability'), icon: 'clock' },
    { to: '/moi/consentements', label: t('mine.nav.consents'), icon: 'shield' },
    { to: '/moi/donnees', label: t('mine.nav.data'), icon: 'download' },
    { to: '/moi/connexions', label: t('mine.nav.signIns'), icon: 'device' },
    { to: '/moi/securite', label: t('mine.nav.security'), icon: 'key' },
  ];
  if (hasRole(viewer, 'trainer')) links.push({ to: '/formateur', label: t('mine.nav.trainer'), icon: 'book' });
  if (hasRole(viewer, 'coordinator', 'admin'))
    links.push({ to: '/coord', label: t('mine.nav.coordinator'), icon: 'list' });
  if (hasRole(viewer, 'admin')) links.push({ to: '/admin', label: t('mine.nav.admin'), icon: 'gear' });
  return (
    <SectionLayout label={t('mine.nav.title')} links={links}>
      {/* The navigation stays while the next page comes. */}
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </SectionLayout>
  );
}
