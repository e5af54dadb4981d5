import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Home } from './public/home.js';
import { NotFound } from './public/not-found.js';

const Staff = {
  Trainer: lazy(() => import('./staff/trainer-area.js')),
  Coordinator: lazy(() => import('./staff/coordinator-area.js')),
  Admin: lazy(() => import('./staff/admin-area.js')),
};

/** Every address of the site. Each area beyond the public pages is a chunk of its own. */
export function Pages() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="formateur/*" element={<Staff.Trainer />} />
      <Route path="coord/*" element={<Staff.Coordinator />} />
      <Route path="admin/*" element={<Staff.Admin />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
