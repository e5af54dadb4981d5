import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { noonOf } from '../../learning/qualifications-data.js';
import {
  announce,
  Button,
  DataTable,
  Empty,
  QueryState,
  Section,
  SelectField,
  Tag,
  TextField,
  textIn,
} from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import {
  findPeople,
  grantQualification,
  holdersQuery,
  withdrawQualification,
  type EditedQualification,
  type Grant,
} from './qualifications-data.js';

/** Who has a qualification, and the two things that are done by hand: granting for a diploma, withdrawing. */
export function Holders({ qualification }: { qualification: EditedQualification }) {
  const { t } = useText();
  const query = useQuery(holdersQuery(qualification.id));
  return (
    <Section title={t('teach.holders')}>
      <div>
        <ProofDialog qualificationId={qualification.id} />
      </div>
      <QueryState query={query} lines={3}>
        {(grants) =>
          grants.length === 0 ? (
            <Empty title={t('teach.holders.none')} />
          ) : (
            <Grants grants={grants} id={qualification.id} />
          )
        }
      </QueryState>
    </Section>
  );
}

function Grants({ grants, id }: { grants: Grant[]; id: string }) {
  const { t } = useText();
  const { shortDay } = useDates();
  const origin = ({ how, proof }: Grant): string =>
    how === 'proof' ? t('teach.how.proof', { proof: proof ?? '' }) : t(`teach.how.${how}`);
  return (
    <DataTable
      caption={t('teach.holders')}
      captionHidden
      rows={grants}
      rowKey={(grant) => grant.id}
      columns={[
        { title: t('staff.column.name'), cell: ({ displayName }) => displayName },
        { title: t('teach.holders.how'), cell: origin },
        { title: t('teach.holders.since'), cell: ({ grantedOn }) => dayWithYear(shortDay, grantedOn) },
        {
          title: t('teach.holders.until'),
          cell: ({ validUntil }) => (validUntil ? dayWithYear(shortDay, validUntil) : t('teach.validity.none')),
        },
        {
          title: t('staff.column.action'),
          cell: (grant) =>
            grant.withdrawnReason ? (
              <Tag tone="warn">{t('teach.withdrawn', { reason: grant.withdrawnReason })}</Tag>
            ) : (
              <WithdrawDialog grant={grant} qualificationId={id} />
            ),
        },
      ]}
    />
  );
}

const dayWithYear = (shortDay: (iso: string) => string, day: string): string =>
  `${shortDay(noonOf(day))} ${day.slice(0, 4)}`;

function useReload(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: holdersQuery(id).queryKey });
}

const SHORTEST_REASON = 5;

function WithdrawDialog({ grant, qualificationId }: { grant: Grant; qualificationId: string }) {
  const { t } = useText();
  const reload = useReload(qualificationId);
  return (
    <DialogForm
      label={t('teach.withdraw')}
      look="quiet"
      small
      title={t('teach.withdraw.title', { name: grant.displayName })}
      submit={t('teach.withdraw')}
      check={(data): Record<string, string> =>
        textIn(data, 'reason').length < SHORTEST_REASON ? { reason: t('teach.withdraw.reasonMissing') } : {}
      }
      send={async (data) => {
        await withdrawQualification(grant.id, textIn(data, 'reason'));
        await reload();
      }}
    >
      <TextField
        name="reason"
        label={t('teach.withdraw.reason')}
        hint={t('teach.withdraw.reasonHint')}
        maxLength={300}
        autoComplete="off"
      />
    </DialogForm>
  );
}

function ProofDialog({ qualificationId }: { qualificationId: string }) {
  const { t } = useText();
  const reload = useReload(qualificationId);
  return (
    <DialogForm
      label={t('teach.proof')}
      title={t('teach.proof.title')}
      submit={t('teach.proof.submit')}
      check={(data) => {
        const missing = ['volunteerId', 'proof', 'grantedOn'].filter((name) => textIn(data, name) === '');
        return Object.fromEntries(missing.map((name) => [name, t('teach.proof.missing')]));
      }}
      send={async (data) => {
        await grantQualification({
          qualificationId,
          volunteerId: textIn(data, 'volunteerId'),
          proof: textIn(data, 'proof'),
          grantedOn: textIn(data, 'grantedOn'),
        });
        announce(t('teach.proof.done'));
        await reload();
      }}
    >
      <PersonField />
      <TextField
        name="proof"
        label={t('teach.proof.text')}
        hint={t('teach.proof.textHint')}
        maxLength={300}
        autoComplete="off"
      />
      <TextField name="grantedOn" type="date" width="short" label={t('teach.proof.day')} autoComplete="off" />
    </DialogForm>
  );
}

/** A search by name and a choice among what was found. */
function PersonField() {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ id: string; displayName: string }[] | null>(null);
  const search = async (): Promise<void> => {
    if (typed.trim()) setFound(await findPeople(typed.trim()));
  };
  return (
    <>
      <TextField
        name="person"
        label={t('teach.proof.person')}
        hint={t('teach.proof.personHint')}
        autoComplete="off"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void search();
        }}
      />
      <div>
        <Button small look="secondary" onClick={() => void search()}>
          {t('teach.proof.search')}
        </Button>
      </div>
      <p role="status" className={found?.length === 0 ? 'hint' : 'visually-hidden'}>
        {found?.length === 0 && t('teach.proof.nobody')}
      </p>
      {found !== null && found.length > 0 && (
        <SelectField
          name="volunteerId"
          label={t('teach.proof.choose')}
          choices={found.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      )}
    </>
  );
}
