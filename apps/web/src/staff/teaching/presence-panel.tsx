import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResultOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { announce, ChoiceGroup, Form, Notice, QueryState, TextField, textIn, useForm } from '../../ui/index.js';
import { FormPart } from '../shared/form-part.js';

const PresenceDocument = graphql(`
  query SessionPresence($sessionId: ID!) {
    sessionPresence(sessionId: $sessionId) {
      rule
      needed
      dateIds
    }
  }
`);
type Presence = ResultOf<typeof PresenceDocument>['sessionPresence'];

const SaveDocument = graphql(`
  mutation SavePresence($input: PresenceInput!) {
    saveSessionPresence(input: $input) {
      rule
      needed
      dateIds
    }
  }
`);

interface PanelProps {
  sessionId: string;
  dates: readonly { id: string; startsAt: string; endsAt: string }[];
}

const presenceQuery = (sessionId: string) => ({
  queryKey: ['staff', 'presence', sessionId],
  queryFn: async () => (await execute(PresenceDocument, { sessionId })).sessionPresence,
  refetchOnWindowFocus: false,
});

/** Which dates of a session one must attend; shown for sessions of several dates only. */
export function PresencePanel(props: PanelProps) {
  const query = useQuery(presenceQuery(props.sessionId));
  return (
    <QueryState query={query} lines={3}>
      {(presence) => <PresenceForm {...props} presence={presence} />}
    </QueryState>
  );
}

function PresenceForm({ sessionId, dates, presence }: PanelProps & { presence: Presence }) {
  const { t } = useText();
  const { span } = useDates();
  const client = useQueryClient();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    send: async (data) => {
      setSaved(false);
      const rule = textIn(data, 'rule') as Presence['rule'];
      const input = {
        sessionId,
        rule,
        needed: rule === 'some' ? Number(textIn(data, 'needed')) || null : null,
        dateIds: rule === 'named' ? data.getAll('dateIds').map(String) : [],
      };
      const { saveSessionPresence: fresh } = await execute(SaveDocument, { input });
      client.setQueryData(presenceQuery(sessionId).queryKey, fresh);
      setSaved(true);
      announce(t('teach.presence.saved'));
    },
  });
  return (
    <>
      {saved && <Notice tone="good" title={t('teach.presence.saved')} />}
      <Form form={form} label={t('teach.presence.title')} submit={t('teach.presence.save')}>
        <FormPart title={t('teach.presence.title')} hint={t('teach.presence.hint')}>
          <ChoiceGroup
            kind="radio"
            name="rule"
            label={t('teach.presence.rule')}
            chosen={[presence.rule]}
            choices={[
              { value: 'all', label: t('teach.presence.all') },
              { value: 'some', label: t('teach.presence.some') },
              { value: 'named', label: t('teach.presence.named') },
            ]}
          />
          <TextField
            name="needed"
            width="short"
            inputMode="numeric"
            optional
            label={t('teach.presence.needed')}
            defaultValue={presence.needed ?? ''}
            autoComplete="off"
          />
          <ChoiceGroup
            kind="checkbox"
            name="dateIds"
            optional
            label={t('teach.presence.dates')}
            chosen={presence.dateIds}
            choices={dates.map(({ id, startsAt, endsAt }) => ({ value: id, label: span(startsAt, endsAt) }))}
          />
        </FormPart>
      </Form>
    </>
  );
}
