import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ApiError } from '../../api/errors.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { announce, ButtonLink, Notice, PageTitle, QueryState } from '../../ui/index.js';
import { SessionStatus } from '../shared/status-tags.js';
import { OverbookingPanel } from '../seating/overbooking-panel.js';
import { SharingPanel } from '../seating/sharing-panel.js';
import { PresencePanel } from '../teaching/presence-panel.js';
import { SubNav } from '../shared/sub-nav.js';
import { CancelDialog } from './cancel-dialog.js';
import { StartDialog, TemplateDialog } from './session-copies.js';
import { loadSession, loadSessionChoices, type EditedSession, type SessionChoices } from './session-data.js';
import { SessionEditor, type Effect } from './session-editor.js';
import { SessionPeople } from './session-people.js';

const NEW = 'nouvelle';

/** A session: its settings, its people, and what can be done with it. */
export function SessionPage() {
  const { id = NEW } = useParams();
  const [made, setMade] = useState<string | null>(null);
  return id === NEW ? <NewSession onMade={setMade} /> : <KnownSession key={id} id={id} isMade={made === id} />;
}

const choicesQuery = { queryKey: ['staff', 'session-choices'], queryFn: loadSessionChoices };

function NewSession({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const choices = useQuery(choicesQuery);
  return (
    <>
      <PageTitle title={t('staff.sessions.new')} section={t('staff.nav.sessions')} />
      <QueryState query={choices}>
        {(data) => (
          <SessionEditor
            session={null}
            current={null}
            choices={data}
            courseId={search.get('formation') ?? undefined}
            onSaved={({ id }) => {
              onMade(id);
              void navigate(`/coord/sessions/${id}`, { replace: true });
            }}
            onReplaced={() => undefined}
          />
        )}
      </QueryState>
    </>
  );
}

function KnownSession({ id, isMade }: { id: string; isMade: boolean }) {
  const { t } = useText();
  const { moment } = useDates();
  const choices = useQuery(choicesQuery);
  const query = useQuery({
    queryKey: ['staff', 'session', id],
    queryFn: async () => {
      const found = await loadSession(id);
      if (!found) throw new ApiError('NOT_FOUND', id);
      return found;
    },
    // What is being typed must not change under the fingers; saving reads again.
    refetchOnWindowFocus: false,
  });
  const session = query.data;
  const title = session?.course.title ?? t('staff.nav.sessions');
  return (
    <>
      <div className="stack tight">
        <p className="eyebrow">{session && (session.templateName ?? moment(session.startsAt))}</p>
        <PageTitle title={title} section={t(session ? 'staff.nav.sessions' : 'staff.area.coordinator')}>
          <span lang={session?.course.locale}>{title}</span>
        </PageTitle>
      </div>
      <QueryState query={query}>
        {(known) => (
          <QueryState query={choices}>
            {(data) => <SessionDesk session={known} choices={data} isMade={isMade} />}
          </QueryState>
        )}
      </QueryState>
    </>
  );
}

interface DeskProps {
  session: EditedSession;
  choices: SessionChoices;
  isMade: boolean;
}

function SessionDesk({ session, choices, isMade }: DeskProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const [effect, setEffect] = useState<Effect | null>(null);
  // The form starts afresh from what is stored only when somebody says so, not when data is read again.
  const [edited, setEdited] = useState({ session, turn: 0 });
  const { id, status } = session;
  const isReal = status === 'published' || status === 'cancelled';
  const people = search.get('onglet') === 'personnes' && isReal;

  const restart = (fresh: EditedSession): void => {
    client.setQueryData(['staff', 'session', id], fresh);
    setEdited(({ turn }) => ({ session: fresh, turn: turn + 1 }));
  };
  const settled = (fresh: EditedSession, done: Effect): void => {
    restart(fresh);
    setEffect(done);
    announce(`${t('staff.session.saved')} ${t('staff.session.effect', { ...done })}`);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <div className="row">
        <SessionStatus status={status} />
        <SessionActions session={session} onCancelled={settled} />
      </div>
      {isReal && (
        <SubNav
          label={t('staff.session.parts')}
          param="onglet"
          views={[
            { value: 'reglages', label: t('staff.session.settings') },
            { value: 'personnes', label: t('staff.session.people') },
          ]}
        />
      )}
      {isMade && !effect && !people && <Notice tone="good" title={t('staff.session.created')} />}
      {effect && (
        <Notice tone="good" title={t('staff.session.saved')}>
          <p>{t('staff.session.effect', { ...effect })}</p>
        </Notice>
      )}
      {people ? (
        <SessionPeople session={session} />
      ) : status === 'cancelled' ? (
        <Notice tone="bad" title={t('staff.session.isCancelled')}>
          <p>{session.cancelReason}</p>
        </Notice>
      ) : (
        <SessionEditor
          key={edited.turn}
          session={edited.session}
          current={session}
          choices={choices}
          onSaved={settled}
          onSending={() => setEffect(null)}
          onReplaced={restart}
        />
      )}
      {!people && (status === 'draft' || status === 'published') && (
        <>
          <SharingPanel sessionId={id} />
          <OverbookingPanel sessionId={id} />
        </>
      )}
      {!people && status !== 'cancelled' && session.dates.length > 1 && (
        <PresencePanel key={session.version} sessionId={id} dates={session.dates} />
      )}
    </>
  );
}

function SessionActions({
  session,
  onCancelled,
}: {
  session: EditedSession;
  onCancelled: (session: EditedSession, effect: Effect) => void;
}) {
  const { t } = useText();
  const navigate = useNavigate();
  const open = (id: string): void => void navigate(`/coord/sessions/${id}`);
  const { id, status, course } = session;
  return (
    <>
      {status === 'published' && (
        <>
          <ButtonLink small look="secondary" to={`/formateur/sessions/${id}`}>
            {t('staff.trainer.sheet')}
          </ButtonLink>
          <ButtonLink small look="quiet" to={`/formations/${course.slug}/sessions/${id}`}>
            {t('staff.session.publicPage')}
          </ButtonLink>
        </>
      )}
      <StartDialog
        session={session}
        look="quiet"
        label={t(status === 'template' ? 'staff.sessions.fromTemplate' : 'staff.session.duplicate')}
        onMade={open}
      />
      {status !== 'template' && (
        <TemplateDialog session={session} label={t('staff.session.asTemplate')} onMade={open} />
      )}
      {(status === 'published' || status === 'draft') && <CancelDialog session={session} onCancelled={onCancelled} />}
    </>
  );
}
