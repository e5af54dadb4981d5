import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { hasRole, useViewer, type Role, type Viewer } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';

interface RequireProps {
  /** Any of these roles will do; none means that being signed in is enough. */
  roles?: Role[];
  /** Whether a volunteer's profile is needed too. */
  profile?: boolean;
  children: ReactNode;
}

/** Lets the right people in, sends the others to where they can become one. The server checks again on every request. */
export function Require({ roles = [], profile = false, children }: RequireProps) {
  const viewer = useViewer();
  return (
    <div className={viewer.data ? undefined : 'wrap'}>
      <QueryState query={viewer}>
        {(person) => <Admitted {...{ person, roles, profile }}>{children}</Admitted>}
      </QueryState>
    </div>
  );
}

function Admitted({ person, roles, profile, children }: Required<RequireProps> & { person: Viewer }) {
  const { t } = useText();
  const { pathname } = useLocation();
  if (!person) return <Navigate replace to={`/connexion?retour=${encodeURIComponent(pathname)}`} />;
  if (profile && !person.volunteer)
    return <Navigate replace to={`/inscription?retour=${encodeURIComponent(pathname)}`} />;
  if (roles.length > 0 && !hasRole(person, ...roles)) {
    return (
      <div className="wrap stack">
        <PageTitle title={t('web.error.forbidden.title')} />
        <Notice tone="warn" title={t('web.error.forbidden.title')}>
          <p>{t('web.error.forbidden.text')}</p>
        </Notice>
      </div>
    );
  }
  // What a role opens shows the data of others: this device proves a second factor first.
  if (roles.length > 0 && !person.strong)
    return <Navigate replace to={`/connexion/seconde-etape?retour=${encodeURIComponent(pathname)}`} />;
  return children;
}
