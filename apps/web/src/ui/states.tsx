import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiError } from '../api/errors.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { Button, ButtonLink } from './button.js';
import { PageTitle } from './page-title.js';
import { Notice } from './panels.js';

/** True once the given time has passed since the component appeared. */
function useAfter(milliseconds: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}

/** Nothing for 300 ms, so that fast answers do not flicker; then a skeleton; after a second also in words. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useText();
  const drawn = useAfter(300);
  const said = useAfter(1000);
  return (
    <div role="status">
      {said && <p className="muted">{t('web.state.loading')}</p>}
      {drawn && (
        <div className="skeleton" aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            <span key={line} />
          ))}
        </div>
      )}
    </div>
  );
}

/** One sentence and the next useful thing to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p>{title}</p>
      {children}
    </div>
  );
}

const explanations: Record<ApiError['code'], { title: MessageKey; text: MessageKey }> = {
  OFFLINE: { title: 'web.error.offline.title', text: 'web.error.offline.text' },
  INTERNAL: { title: 'web.error.internal.title', text: 'web.error.internal.text' },
  RATE_LIMITED: { title: 'web.error.limited.title', text: 'web.error.limited.text' },
  UNAUTHENTICATED: { title: 'web.error.signin.title', text: 'web.error.signin.text' },
  SECOND_FACTOR_REQUIRED: { title: 'web.error.signin.title', text: 'web.error.signin.text' },
  MAINTENANCE: { title: 'web.error.offline.title', text: 'web.error.offline.text' },
  FORBIDDEN: { title: 'web.error.forbidden.title', text: 'web.error.forbidden.text' },
  NOT_FOUND: { title: 'web.error.missing.title', text: 'web.error.missing.text' },
  CONFLICT: { title: 'web.error.conflict.title', text: 'web.error.conflict.text' },
  BAD_USER_INPUT: { title: 'web.error.input.title', text: 'web.error.input.text' },
};

/** Faults whose sentence from the server says more than ours. */
const own: readonly ApiError['code'][] = ['FORBIDDEN', 'CONFLICT', 'SECOND_FACTOR_REQUIRED', 'MAINTENANCE'];

interface FailureProps {
  error: unknown;
  /** Asks again; without it no button is shown. */
  retry?: () => void;
}

/** What happened, whether anything is lost, what to do now, and an id to quote to the help desk. */
export function Failure({ error, retry }: FailureProps) {
  const { t } = useText();
  const code = error instanceof ApiError ? error.code : 'INTERNAL';
  const requestId = error instanceof ApiError ? error.requestId : null;
  const { title, text } = explanations[code];
  const told = error instanceof ApiError && own.includes(code) ? error.message : null;
  return (
    <Notice tone="bad" title={t(title)} role="alert">
      <p>{told ?? t(text)}</p>
      {requestId && (
        <p className="small">
          {t('web.error.quote')} <code>{requestId.slice(0, 8)}</code>
        </p>
      )}
      {code === 'UNAUTHENTICATED' || code === 'SECOND_FACTOR_REQUIRED' ? (
        <ButtonLink
          small
          to={`${code === 'UNAUTHENTICATED' ? '/connexion' : '/connexion/seconde-etape'}?retour=${encodeURIComponent(window.location.pathname)}`}
        >
          {t('web.signin.title')}
        </ButtonLink>
      ) : (
        retry && (
          <Button small look="secondary" onClick={retry}>
            {t(code === 'CONFLICT' ? 'web.error.reload' : 'web.error.retry')}
          </Button>
        )
      )}
    </Notice>
  );
}

interface QueryStateProps<T> {
  query: UseQueryResult<T>;
  lines?: number;
  /** The heading of the page comes with the data: when there is none, the failure brings one. */
  titled?: boolean;
  children: (data: T) => ReactNode;
}

/** Shows a query in its three states. Data read before stays visible when reading it again fails. */
export function QueryState<T>({ query, lines, titled, children }: QueryStateProps<T>) {
  const { t } = useText();
  const retry = () => void query.refetch();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <Failure error={query.error} retry={retry} />}
        {children(query.data)}
      </>
    );
  }
  if (!query.isError) return <Loading lines={lines} />;
  return (
    <>
      {titled && <PageTitle title={t('web.error.crash.title')} />}
      <Failure error={query.error} retry={retry} />
    </>
  );
}
