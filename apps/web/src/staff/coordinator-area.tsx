import { NotFound } from '../public/not-found.js';

/** The coordinator's pages. */
export default function CoordinatorArea() {
  return <NotFound />;
}
