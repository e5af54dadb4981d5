import { NotFound } from '../public/not-found.js';

/** The admin's pages. */
export default function AdminArea() {
  return <NotFound />;
}
