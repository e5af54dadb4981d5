import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useViewer } from '../../api/viewer.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { ButtonLink, Empty, Icon, PageTitle, QueryState, Section } from '../../ui/index.js';
import { Figures } from '../shared/figures.js';
import type { SessionRow } from '../shared/session-rows.js';
import { SessionTable } from './session-table.js';
import { loadSessions } from './sessions-data.js';
import { tasksOf, type Task } from './tasks.js';

/** What a coordinator sees first: what is to be done, the next sessions, who waits. */
export function Dashboard() {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const name = viewer?.volunteer?.displayName;
  const query = useQuery({
    queryKey: ['staff', 'dashboard'],
    queryFn: () => loadSessions({ first: 100 }),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PageTitle title={t('staff.nav.dashboard')} section={t('staff.area.coordinator')}>
        {name ? t('staff.dashboard.hello', { name }) : t('staff.nav.dashboard')}
      </PageTitle>
      <QueryState query={query}>{({ nodes }) => <Board sessions={nodes} />}</QueryState>
    </>
  );
}

function Board({ sessions }: { sessions: SessionRow[] }) {
  const { t } = useText();
  const real = sessions.filter(({ status }) => status !== 'template');
  const open = real.filter(({ status }) => status === 'published');
  const queues = open.filter(({ waitingCount, offeredCount }) => waitingCount + offeredCount > 0);
  const sum = (count: (session: SessionRow) => number): number => open.reduce((total, one) => total + count(one), 0);
  if (real.length === 0) {
    return (
      <Empty title={t('staff.dashboard.empty')}>
        <ButtonLink to="/coord/sessions/nouvelle">{t('staff.sessions.new')}</ButtonLink>
      </Empty>
    );
  }
  return (
    <>
      <Figures
        figures={[
          { value: open.length, label: t('staff.dashboard.published', { count: open.length }) },
          { value: sum((one) => one.seatsTaken), label: t('staff.dashboard.seats') },
          { value: sum((one) => one.waitingCount), label: t('staff.dashboard.waiting') },
          { value: sum((one) => one.offeredCount), label: t('staff.dashboard.offered') },
        ]}
      />
      <Tasks sessions={real} />
      <Section title={t('staff.dashboard.next')}>
        <SessionTable caption={t('staff.dashboard.next')} captionHidden rows={open.slice(0, 8)} />
        <div className="row">
          <ButtonLink look="secondary" small to="/coord/sessions">
            {t('staff.dashboard.allSessions')}
          </ButtonLink>
          <ButtonLink look="quiet" small to="/coord/sessions/nouvelle">
            <Icon name="plus" size={20} />
            {t('staff.sessions.new')}
          </ButtonLink>
        </div>
      </Section>
      {queues.length > 0 && (
        <Section title={t('staff.dashboard.queues')}>
          <SessionTable caption={t('staff.dashboard.queues')} captionHidden rows={queues} people />
        </Section>
      )}
    </>
  );
}

function Tasks({ sessions }: { sessions: SessionRow[] }) {
  const { t } = useText();
  const tasks = tasksOf(sessions, new Date());
  return (
    <Section title={t('staff.dashboard.todo')}>
      {tasks.length === 0 ? (
        <p className="muted">{t('staff.dashboard.nothing')}</p>
      ) : (
        <ul role="list" className="rows">
          {tasks.map((task) => (
            <li key={task.kind + task.session.id}>
              <TaskLine task={task} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function TaskLine({ task: { kind, session } }: { task: Task }) {
  const { t } = useText();
  const { shortDay } = useDates();
  const sentences = {
    publish: t('staff.task.publish', { day: shortDay(session.startsAt) }),
    queue: t('staff.task.queue', { count: session.waitingCount }),
    empty: t('staff.task.empty', { taken: session.seatsTaken, capacity: session.capacity }),
  };
  const icons = { publish: 'calendar', queue: 'hourglass', empty: 'seat' } as const;
  return (
    <p className="task">
      <Icon name={icons[kind]} />
      <span>
        <Link to={`/coord/sessions/${session.id}`}>{session.courseTitle}</Link> <br />
        {sentences[kind]}
      </span>
    </p>
  );
}
