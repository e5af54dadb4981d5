import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { announce, Button, Icon, Notice, PageTitle, QueryState, Section } from '../../ui/index.js';
import { Figures } from '../shared/figures.js';
import { useStaffDates } from '../shared/staff-dates.js';

const SystemDocument = graphql(`
  query SystemState {
    systemState {
      version
      startedAt
      checks {
        name
        ok
        detail
      }
      queueDepth
      queueOldestSeconds
      failedJobs
      mailsWaiting
      mailsFailed
    }
  }
`);
type SystemState = ResultOf<typeof SystemDocument>['systemState'];

const REFRESH_MS = 5000;
const isWell = ({ checks, failedJobs, mailsFailed }: SystemState): boolean =>
  checks.every(({ ok }) => ok) && failedJobs === 0 && mailsFailed === 0;

/** How the platform is doing, read again every five seconds unless somebody stops it. */
export function SystemPage() {
  const { t } = useText();
  const { clock } = useStaffDates();
  const [watching, setWatching] = useState(true);
  const query = useQuery({
    queryKey: ['staff', 'system'],
    queryFn: async () => (await execute(SystemDocument)).systemState,
    refetchInterval: watching && REFRESH_MS,
  });
  useAnnounceChanges(query.data);
  return (
    <>
      <PageTitle title={t('staff.nav.system')} section={t('staff.area.admin')} />
      <QueryState query={query}>
        {(state) => (
          <>
            {!query.isError && (
              <Notice
                tone={isWell(state) ? 'good' : 'bad'}
                title={t(isWell(state) ? 'staff.system.well' : 'staff.system.unwell')}
              >
                <p>{t('staff.system.version', { version: state.version })}</p>
              </Notice>
            )}
            <Checks checks={state.checks} />
            <Work state={state} />
          </>
        )}
      </QueryState>
      <div className="row">
        <Button small look="secondary" onClick={() => setWatching(!watching)}>
          {t(watching ? 'staff.system.pause' : 'staff.system.resume')}
        </Button>
        {query.dataUpdatedAt > 0 && (
          <p className="small muted figure">{t('staff.system.readAt', { time: clock(query.dataUpdatedAt) })}</p>
        )}
      </div>
    </>
  );
}

/** Only a change of the whole is said: figures that move every five seconds are not. */
function useAnnounceChanges(state: SystemState | undefined): void {
  const { t } = useText();
  const before = useRef<boolean>(undefined);
  const well = state && isWell(state);
  useEffect(() => {
    if (well === undefined) return;
    if (before.current !== undefined && before.current !== well) {
      announce(t(well ? 'staff.system.well' : 'staff.system.unwell'));
    }
    before.current = well;
    // Another language is no change of the system.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [well]);
}

function Checks({ checks }: { checks: SystemState['checks'] }) {
  const { t } = useText();
  const { messages, formatMessage } = useIntl();
  const nameOf = (name: string): string => {
    const id = `staff.check.${name}`;
    return id in messages ? formatMessage({ id }) : name;
  };
  return (
    <Section title={t('staff.system.checks')}>
      <ul role="list" className="checks">
        {checks.map(({ name, ok, detail }) => (
          <li key={name} className={ok ? 'check good' : 'check bad'}>
            <Icon name={ok ? 'check' : 'warning'} />
            <p>
              <strong>{nameOf(name)}</strong> – {t(ok ? 'staff.check.ok' : 'staff.check.fault')}
              <br />
              <span className="small muted" lang="en">
                {detail}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Work({ state }: { state: SystemState }) {
  const { t } = useText();
  return (
    <Section title={t('staff.system.work')}>
      <Figures
        figures={[
          { value: state.queueDepth, label: t('staff.system.queueDepth') },
          { value: state.queueOldestSeconds, label: t('staff.system.queueOldest') },
          {
            value: state.failedJobs,
            label: t('staff.system.failedJobs'),
            tone: state.failedJobs > 0 ? 'bad' : undefined,
          },
          { value: state.mailsWaiting, label: t('staff.system.mailsWaiting') },
          {
            value: state.mailsFailed,
            label: t('staff.system.mailsFailed'),
            tone: state.mailsFailed > 0 ? 'bad' : undefined,
          },
        ]}
      />
    </Section>
  );
}
