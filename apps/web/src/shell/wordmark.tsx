import { Link } from 'react-router';
import { brand } from './brand.js';

/** The sign: two leaves that grow from one point, one for each network, under one light. */
export function Sign({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path fill="var(--solidarity)" d="M20 37C9 33 2 23 3 6c10 2 17 12 17 31Z" />
      <path fill="var(--climate)" d="M20 37c11-4 18-14 17-31-10 2-17 12-17 31Z" />
      <circle fill="var(--sun)" cx="20" cy="8" r="5" />
    </svg>
  );
}

/** The name of the site, set on two lines, as the way home. */
export function Wordmark() {
  const [first, ...others] = brand.name.split(' ');
  return (
    <Link to="/" className="wordmark">
      <Sign />
      <span>
        {first} <small>{others.join(' ')}</small>
      </span>
    </Link>
  );
}
