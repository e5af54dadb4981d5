import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Home } from './public/home.js';
import { NotFound } from './public/not-found.js';

const NetworkPage = lazy(() => import('./public/networks.js'));
const Catalogue = lazy(() => import('./public/catalogue.js'));
const CoursePage = lazy(() => import('./public/course.js'));
const SessionPage = lazy(() => import('./public/session.js'));
const BookPage = lazy(() => import('./public/book.js'));
const LeaveListPage = lazy(() => import('./public/leave-list.js'));
const MaterialPage = lazy(() => import('./learning/material-page.js'));
const PairPage = lazy(() => import('./seats/pair-page.js'));
const InvitationPage = lazy(() => import('./seats/invitation-page.js'));
const SurveyPage = lazy(() => import('./learning/survey-page.js'));
const MailLinkPage = lazy(() => import('./public/mail-link.js'));
const SignInPage = lazy(() => import('./public/sign-in.js'));
const SignInLinkPage = lazy(() => import('./public/sign-in-link.js'));
const SecondStepPage = lazy(() => import('./security/second-step.js'));
const CardPage = lazy(() => import('./public/card.js'));
const JoinPage = lazy(() => import('./public/join-page.js'));
const VerifierPage = lazy(() => import('./public/verifier.js'));
const MyArea = lazy(() => import('./mine/area.js'));
const Notices = lazy(() => import('./notices/notices.js'));
const TrainerArea = lazy(() => import('./staff/trainer-area.js'));
const CoordinatorArea = lazy(() => import('./staff/coordinator-area.js'));
const AdminArea = lazy(() => import('./staff/admin-area.js'));

/** Every address of the site. The front door is at hand at once; every other page comes when it is asked for. */
export function Pages() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="reseaux/solidarite" element={<NetworkPage network="solidarity" />} />
      <Route path="reseaux/climat" element={<NetworkPage network="climate" />} />
      <Route path="formations" element={<Catalogue />} />
      <Route path="formations/:slug" element={<CoursePage />} />
      <Route path="formations/:slug/supports/:id" element={<MaterialPage />} />
      <Route path="formations/:slug/sessions/:id" element={<SessionPage />} />
      <Route path="formations/:slug/sessions/:id/reserver" element={<BookPage />} />
      <Route path="u/:token" element={<LeaveListPage />} />
      <Route path="formations/:slug/sessions/:id/a-deux" element={<PairPage />} />
      <Route path="a-deux/:code?" element={<InvitationPage />} />
      <Route path="avis/:token" element={<SurveyPage />} />
      <Route path="r/:token" element={<MailLinkPage />} />
      <Route path="connexion" element={<SignInPage />} />
      <Route path="connexion/lien/:token" element={<SignInLinkPage />} />
      <Route path="connexion/seconde-etape" element={<SecondStepPage />} />
      <Route path="carte" element={<CardPage />} />
      <Route path="verifier" element={<VerifierPage />} />
      <Route path="verifier/:code" element={<VerifierPage />} />
      <Route path="inscription" element={<JoinPage />} />
      <Route path="accessibilite" element={<Notices page="accessibility" />} />
      <Route path="plan-du-site" element={<Notices page="siteMap" />} />
      <Route path="aide" element={<Notices page="help" />} />
      <Route path="contact" element={<Notices page="contact" />} />
      <Route path="donnees-personnelles" element={<Notices page="privacy" />} />
      <Route path="mentions-legales" element={<Notices page="legal" />} />
      <Route path="moi/*" element={<MyArea />} />
      <Route path="formateur/*" element={<TrainerArea />} />
      <Route path="coord/*" element={<CoordinatorArea />} />
      <Route path="admin/*" element={<AdminArea />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
