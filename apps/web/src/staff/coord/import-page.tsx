import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useText } from '../../i18n/text.js';
import { announce, Failure, Notice, PageTitle, QueryState } from '../../ui/index.js';
import { ImportDone } from './import-done.js';
import { ImportProgress } from './import-progress.js';
import { ImportReady } from './import-ready.js';
import { apply, discard, importQuery, readAgain, stop, undo, type Details } from './imports-data.js';

/** What can be done with an import, each step with its answer put into the page. */
export interface ImportActions {
  /** Takes in what a step answered. */
  put: (details: Details) => void;
  readAgain: (mapping: { header: string; field: string | null }[], sheet?: string | null) => Promise<void>;
  apply: (leaveRest: boolean) => Promise<void>;
  stop: () => Promise<void>;
  undo: () => Promise<void>;
  discard: () => Promise<void>;
}

/** One import, from the reading of its file until it can be undone no more. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useText();
  const query = useQuery(importQuery(id));
  const [error, setError] = useState<unknown>(null);
  const actions = useActions(id, setError);
  return (
    <>
      <div className="stack tight">
        <p>
          <Link to="/coord/imports">{t('staff.import.back')}</Link>
        </p>
        <PageTitle title={query.data?.file.fileName ?? t('staff.nav.imports')} section={t('staff.nav.imports')} />
      </div>
      {error !== null && <Failure error={error} />}
      <QueryState query={query} lines={6}>
        {(details) => <Stage details={details} actions={actions} />}
      </QueryState>
    </>
  );
}

function Stage({ details, actions }: { details: Details; actions: ImportActions }) {
  const { t } = useText();
  const { status } = details.file;
  const before = useRef(status);
  useEffect(() => {
    // What the platform finished while the page was open is said; what was so when it was opened is read.
    if (before.current !== status) announce(t(`staff.import.status.${status}`));
    before.current = status;
  }, [status, t]);
  return (
    <>
      {!details.mine && <Notice title={t('staff.import.notMine')} />}
      {(status === 'sending' || status === 'reading' || status === 'applying' || status === 'undoing') && (
        <ImportProgress details={details} stop={actions.stop} />
      )}
      {(status === 'ready' || status === 'failed') && <ImportReady details={details} actions={actions} />}
      {(status === 'stopped' || status === 'applied' || status === 'undone') && (
        <ImportDone details={details} actions={actions} />
      )}
    </>
  );
}

function useActions(id: string, setError: (error: unknown) => void): ImportActions {
  const client = useQueryClient();
  const navigate = useNavigate();
  const put = (details: Details): void => {
    client.setQueryData(importQuery(id).queryKey, details);
  };
  const attempt = async (work: () => Promise<Details>): Promise<void> => {
    setError(null);
    try {
      put(await work());
      await client.invalidateQueries({ queryKey: ['staff', 'imports'] });
    } catch (caught) {
      setError(caught);
    }
  };
  return {
    put,
    readAgain: (mapping, sheet = null) => attempt(() => readAgain({ id, mapping, sheet })),
    apply: (leaveRest) => attempt(() => apply(id, leaveRest)),
    stop: () => attempt(() => stop(id)),
    undo: () => attempt(() => undo(id)),
    discard: async () => {
      await discard(id);
      await client.invalidateQueries({ queryKey: ['staff', 'imports'] });
      await navigate('/coord/imports');
    },
  };
}
