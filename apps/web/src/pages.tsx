import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { BookPage } from './public/book.js';
import { Catalogue } from './public/catalogue.js';
import { CoursePage } from './public/course.js';
import { Home } from './public/home.js';
import { JoinPage } from './public/join.js';
import { MailLinkPage } from './public/mail-link.js';
import { NetworkPage } from './public/networks.js';
import { NotFound } from './public/not-found.js';
import { SessionPage } from './public/session.js';
import { SignInLinkPage, SignInPage } from './public/sign-in.js';

const MyArea = lazy(() => import('./mine/area.js'));
const Notices = lazy(() => import('./notices/notices.js'));
const TrainerArea = lazy(() => import('./staff/trainer-area.js'));
const CoordinatorArea = lazy(() => import('./staff/coordinator-area.js'));
const AdminArea = lazy(() => import('./staff/admin-area.js'));

/** Every address of the site. Each area beyond the public pages is a chunk of its own. */
export function Pages() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="reseaux/solidarite" element={<NetworkPage network="solidarity" />} />
      <Route path="reseaux/climat" element={<NetworkPage network="climate" />} />
      <Route path="formations" element={<Catalogue />} />
      <Route path="formations/:slug" element={<CoursePage />} />
      <Route path="formations/:slug/sessions/:id" element={<SessionPage />} />
      <Route path="formations/:slug/sessions/:id/reserver" element={<BookPage />} />
      <Route path="r/:token" element={<MailLinkPage />} />
      <Route path="connexion" element={<SignInPage />} />
      <Route path="connexion/lien/:token" element={<SignInLinkPage />} />
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
