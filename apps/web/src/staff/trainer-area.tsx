import { NotFound } from '../public/not-found.js';

/** The trainer's pages. */
export default function TrainerArea() {
  return <NotFound />;
}
