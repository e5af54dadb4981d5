import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDates } from '../../i18n/dates.js';
import { useText, type MessageKey } from '../../i18n/text.js';
import type { Call, CallAnswer } from '../../learning/calls-data.js';
import { noonOf } from '../../learning/qualifications-data.js';
import {
  ChoiceGroup,
  Empty,
  PageTitle,
  QueryState,
  SelectField,
  Tag,
  TextArea,
  TextField,
  textIn,
} from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { callsQuery, closeCall, decideCall, publishCall, type CallsData } from './calls-data.js';

/** Calls for trainers: who is looked for, who answered, and what they are told. */
export function CallsPage() {
  const { t } = useText();
  const query = useQuery(callsQuery);
  return (
    <>
      <PageTitle title={t('learn.calls')} section={t('staff.area.coordinator')} />
      <QueryState query={query}>
        {(data) => (
          <>
            <div>
              <NewCall data={data} />
            </div>
            {data.trainerCalls.length === 0 ? (
              <Empty title={t('teach.calls.none')} />
            ) : (
              data.trainerCalls.map((call) => <CallCard key={call.id} call={call} />)
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

function useReload(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: callsQuery.queryKey });
}

const SHORTEST_MESSAGE = 3;
const SHORTEST_REASON = 5;

function NewCall({ data }: { data: CallsData }) {
  const { t } = useText();
  const { moment } = useDates();
  const reload = useReload();
  const sessions = data.coordinatorSessions.nodes.filter(({ status }) => status === 'draft' || status === 'published');
  if (sessions.length === 0) return <p className="muted">{t('teach.calls.noSessions')}</p>;
  return (
    <DialogForm
      label={t('teach.calls.new')}
      look="primary"
      title={t('teach.calls.new')}
      submit={t('teach.calls.publish')}
      check={(form) => ({
        ...(form.getAll('sessionIds').length === 0 && { sessionIds: t('learn.calls.missing') }),
        ...(textIn(form, 'message').length < SHORTEST_MESSAGE && { message: t('teach.calls.messageMissing') }),
        ...(!textIn(form, 'deadlineOn') && { deadlineOn: t('teach.calls.deadlineMissing') }),
      })}
      send={async (form) => {
        await publishCall({
          sessionIds: form.getAll('sessionIds').map(String),
          qualificationId: textIn(form, 'qualificationId') || null,
          message: textIn(form, 'message'),
          deadlineOn: textIn(form, 'deadlineOn'),
        });
        await reload();
      }}
    >
      <ChoiceGroup
        kind="checkbox"
        name="sessionIds"
        label={t('teach.calls.sessions')}
        hint={t('teach.calls.sessionsHint')}
        choices={sessions.map(({ id, courseTitle, startsAt }) => ({
          value: id,
          label: `${courseTitle}, ${moment(startsAt)}`,
        }))}
      />
      <SelectField
        name="qualificationId"
        optional
        label={t('teach.calls.qualification')}
        choices={[
          { value: '', label: t('teach.calls.anyTrainer') },
          ...data.qualifications
            .filter(({ archived }) => !archived)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextArea name="message" label={t('teach.calls.message')} maxLength={1000} />
      <TextField name="deadlineOn" type="date" width="short" label={t('teach.calls.deadline')} />
    </DialogForm>
  );
}

function CallCard({ call }: { call: Call }) {
  const { t } = useText();
  const { day, moment } = useDates();
  const reload = useReload();
  const { id, courseTitle, courseLocale, message, deadlineOn, open, sessions, answers } = call;
  return (
    <section className="card stack" aria-label={courseTitle}>
      <div className="row apart">
        <h2 lang={courseLocale}>{courseTitle}</h2>
        <Tag>{open ? t('teach.calls.open', { day: day(noonOf(deadlineOn)) }) : t('teach.calls.closed')}</Tag>
      </div>
      <p>{message}</p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>{[moment(session.startsAt), session.placeName].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
      {answers.length === 0 ? (
        <p className="muted">{t('teach.calls.noAnswer')}</p>
      ) : (
        <ul role="list" className="rows">
          {answers.map((answer) => (
            <li key={answer.id}>
              <Answer answer={answer} call={call} />
            </li>
          ))}
        </ul>
      )}
      {(open || answers.some(({ state }) => state === 'waiting')) && (
        <div>
          <ReasonDialog
            label={t('teach.calls.end')}
            title={t('teach.calls.endTitle')}
            submit={t('teach.calls.end')}
            hint={t('teach.calls.endHint')}
            send={async (reason) => {
              await closeCall(id, reason);
              await reload();
            }}
          />
        </div>
      )}
    </section>
  );
}

const states: Record<CallAnswer['state'], MessageKey> = {
  waiting: 'teach.calls.state.waiting',
  chosen: 'teach.calls.state.chosen',
  declined: 'teach.calls.state.declined',
};

function Answer({ answer, call }: { answer: CallAnswer; call: Call }) {
  const { t } = useText();
  const { moment } = useDates();
  const reload = useReload();
  const { id, displayName: name, message, sessionIds, state, reason } = answer;
  const offered = call.sessions.filter((session) => sessionIds.includes(session.id));
  return (
    <div className="stack tight">
      <p className="row tight">
        <strong>{name}</strong> <Tag tone={state === 'chosen' ? 'good' : undefined}>{t(states[state])}</Tag>
      </p>
      {message && <p>{message}</p>}
      <p className="small">{offered.map(({ startsAt }) => moment(startsAt)).join(' · ')}</p>
      {reason && <p className="hint">{reason}</p>}
      {state === 'waiting' && (
        <div className="row">
          <DialogForm
            label={t('teach.calls.choose')}
            small
            title={t('teach.calls.chooseTitle', { name })}
            submit={t('teach.calls.send')}
            check={(form) => ({
              ...(form.getAll('sessionIds').length === 0 && { sessionIds: t('learn.calls.missing') }),
              ...(textIn(form, 'reason').length < SHORTEST_REASON && { reason: t('teach.calls.reasonMissing') }),
            })}
            send={async (form) => {
              const chosen = form.getAll('sessionIds').map(String);
              await decideCall({ answerId: id, sessionIds: chosen, reason: textIn(form, 'reason') });
              await reload();
            }}
          >
            <ChoiceGroup
              kind="checkbox"
              name="sessionIds"
              label={t('teach.calls.gives')}
              chosen={offered.map((session) => session.id)}
              choices={offered.map((session) => ({ value: session.id, label: moment(session.startsAt) }))}
            />
            <TextArea name="reason" label={t('teach.calls.reason')} maxLength={500} />
          </DialogForm>
          <ReasonDialog
            label={t('teach.calls.decline')}
            title={t('teach.calls.declineTitle', { name })}
            submit={t('teach.calls.send')}
            send={async (told) => {
              await decideCall({ answerId: id, sessionIds: [], reason: told });
              await reload();
            }}
          />
        </div>
      )}
    </div>
  );
}

interface ReasonProps {
  label: string;
  title: string;
  submit: string;
  hint?: string;
  send: (reason: string) => Promise<void>;
}

/** Nobody is left without a word. */
function ReasonDialog({ label, title, submit, hint, send }: ReasonProps) {
  const { t } = useText();
  return (
    <DialogForm
      label={label}
      look="quiet"
      small
      title={title}
      submit={submit}
      check={(form): Record<string, string> =>
        textIn(form, 'reason').length < SHORTEST_REASON ? { reason: t('teach.calls.reasonMissing') } : {}
      }
      send={(form) => send(textIn(form, 'reason'))}
    >
      <TextArea name="reason" label={t('teach.calls.reason')} hint={hint} maxLength={500} />
    </DialogForm>
  );
}
