import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MoreMessages } from '../i18n/provider.js';
import { useDates } from '../i18n/dates.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { ChoiceGroup, TextArea } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Disclosure, Notice } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import { answerCall, callsForMeQuery, type Call, type CallAnswer } from './calls-data.js';
import { noonOf } from './qualifications-data.js';

/** Calls for people who can give sessions, and what became of one's answers. */
export default function CallsPage() {
  return (
    <MoreMessages area="web-learning">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const query = useQuery(callsForMeQuery);
  return (
    <>
      <PageTitle title={t('learn.calls')} section={t('mine.nav.title')} />
      <QueryState query={query} lines={6}>
        {(calls) =>
          calls.length === 0 ? (
            <Empty title={t('learn.calls.none')} />
          ) : (
            <ul role="list" className="stack">
              {calls.map((call) => (
                <li key={call.id}>
                  <CallCard call={call} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </>
  );
}

const states: Record<CallAnswer['state'], MessageKey> = {
  waiting: 'learn.calls.waiting',
  chosen: 'learn.calls.chosen',
  declined: 'learn.calls.declined',
};

function CallCard({ call }: { call: Call }) {
  const { t } = useText();
  const { day } = useDates();
  const { courseTitle, courseLocale, qualificationName, message, deadlineOn, open, answers } = call;
  const mine = answers[0];
  const mayAnswer = open && (!mine || mine.state === 'waiting');
  return (
    <section className="card stack" aria-label={courseTitle}>
      <h2 lang={courseLocale}>{courseTitle}</h2>
      <p>{message}</p>
      {qualificationName && <p>{t('learn.calls.qualification', { name: qualificationName })}</p>}
      <p>{open ? t('learn.calls.until', { day: day(noonOf(deadlineOn)) }) : t('learn.calls.over')}</p>
      {mine && (
        <Notice tone={mine.state === 'chosen' ? 'good' : 'info'} title={t(states[mine.state])}>
          {mine.reason && <p>{mine.reason}</p>}
        </Notice>
      )}
      {mayAnswer &&
        (mine ? (
          <Disclosure summary={t('learn.calls.change')}>
            <AnswerForm call={call} mine={mine} />
          </Disclosure>
        ) : (
          <AnswerForm call={call} />
        ))}
    </section>
  );
}

function AnswerForm({ call, mine }: { call: Call; mine?: CallAnswer }) {
  const { t } = useText();
  const { moment } = useDates();
  const client = useQueryClient();
  const form = useForm({
    check: (data) => (data.getAll('sessionIds').length === 0 ? { sessionIds: t('learn.calls.missing') } : {}),
    send: async (data) => {
      const sessionIds = data.getAll('sessionIds').map(String);
      const calls = await answerCall({ callId: call.id, sessionIds, message: textIn(data, 'message') });
      client.setQueryData(callsForMeQuery.queryKey, calls);
      announce(t('learn.calls.sent'));
    },
  });
  return (
    <Form form={form} label={call.courseTitle} submit={t('learn.calls.send')}>
      <ChoiceGroup
        kind="checkbox"
        name="sessionIds"
        label={t('learn.calls.sessions')}
        chosen={mine?.sessionIds ?? []}
        choices={call.sessions.map(({ id, startsAt, placeName }) => ({
          value: id,
          label: [moment(startsAt), placeName].filter(Boolean).join(', '),
        }))}
      />
      <TextArea
        name="message"
        optional
        maxLength={1000}
        label={t('learn.calls.message')}
        defaultValue={mine?.message ?? ''}
      />
    </Form>
  );
}
