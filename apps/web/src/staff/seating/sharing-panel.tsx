import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/errors.js';
import { execute } from '../../api/execute.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import {
  announce,
  ConfirmButton,
  Form,
  Notice,
  QueryState,
  TextField,
  textIn,
  useForm,
  type Faults,
} from '../../ui/index.js';
import { FormPart } from '../shared/form-part.js';
import { ShareDocument, sharingQuery, UnshareDocument, type Sharing } from './seating-data.js';

interface PanelProps {
  sessionId: string;
}

/** How many seats of a session are kept for each network, and until when. */
export function SharingPanel({ sessionId }: PanelProps) {
  const query = useQuery(sharingQuery(sessionId));
  return (
    <QueryState query={query} lines={3}>
      {(session) =>
        session && (
          <SharingForm
            key={JSON.stringify(session.sharing)}
            sessionId={sessionId}
            capacity={session.capacity}
            sharing={session.sharing}
          />
        )
      }
    </QueryState>
  );
}

const USUAL_DAYS = 7;

function SharingForm({ sessionId, capacity, sharing }: PanelProps & { capacity: number; sharing: Sharing | null }) {
  const { t } = useText();
  const client = useQueryClient();
  const [refused, setRefused] = useState<string | null>(null);
  const quotaOf = (pool: string): number => sharing?.shares.find((share) => share.pool === pool)?.quota ?? 0;
  const told = async (sentence: string, offers: number): Promise<void> => {
    announce(`${sentence} ${t('seating.quotas.effect', { offers })}`);
    await client.invalidateQueries({ queryKey: ['staff'] });
  };
  const form = useForm({
    check: (data) => {
      const [solidarity, climate] = [numberIn(data, 'solidarity'), numberIn(data, 'climate')];
      const days = numberIn(data, 'releaseDays');
      const faults: Faults = {};
      if (solidarity === null) faults.solidarity = t('seating.quotas.fault.number');
      if (climate === null) faults.climate = t('seating.quotas.fault.number');
      else if ((solidarity ?? 0) + climate > capacity) faults.climate = t('seating.quotas.fault.sum', { capacity });
      if (days === null || days < 1 || days > 60) faults.releaseDays = t('seating.quotas.fault.days');
      return faults;
    },
    send: async (data) => {
      setRefused(null);
      const variables = {
        sessionId,
        solidarity: numberIn(data, 'solidarity') ?? 0,
        climate: numberIn(data, 'climate') ?? 0,
        releaseDays: numberIn(data, 'releaseDays') ?? USUAL_DAYS,
      };
      const { shareSeats } = await execute(ShareDocument, variables);
      if (shareSeats.__typename === 'SessionSaved') await told(t('seating.quotas.saved'), shareSeats.effect.offersMade);
      else setRefused(shareSeats.message);
    },
  });
  const unshare = async (): Promise<void> => {
    const { unshareSeats } = await execute(UnshareDocument, { sessionId });
    if (unshareSeats.__typename !== 'SessionSaved') throw new ApiError('CONFLICT', unshareSeats.message);
    await told(t('seating.quotas.removed'), unshareSeats.effect.offersMade);
  };
  return (
    <>
      {refused && (
        <Notice tone="bad" role="alert" title={t('seating.quotas.notSaved')}>
          <p>{refused}</p>
        </Notice>
      )}
      <Form form={form} label={t('seating.quotas.title')} submit={t('seating.quotas.save')}>
        <FormPart title={t('seating.quotas.title')} hint={t('seating.quotas.hint')}>
          {sharing && <Now sharing={sharing} />}
          <TextField
            name="solidarity"
            width="short"
            inputMode="numeric"
            label={t('seating.quotas.solidarity')}
            defaultValue={quotaOf('solidarity')}
            autoComplete="off"
          />
          <TextField
            name="climate"
            width="short"
            inputMode="numeric"
            label={t('seating.quotas.climate')}
            hint={t('seating.quotas.open', { capacity })}
            defaultValue={quotaOf('climate')}
            autoComplete="off"
          />
          <TextField
            name="releaseDays"
            width="short"
            inputMode="numeric"
            label={t('seating.quotas.release')}
            hint={t('seating.quotas.releaseHint')}
            defaultValue={sharing?.releaseDays ?? USUAL_DAYS}
            autoComplete="off"
          />
        </FormPart>
      </Form>
      {sharing && (
        <div>
          <ConfirmButton
            small
            look="quiet"
            label={t('seating.quotas.remove')}
            title={t('seating.quotas.remove')}
            confirm={t('seating.quotas.remove')}
            onConfirm={unshare}
          >
            <p>{t('seating.quotas.hint')}</p>
          </ConfirmButton>
        </div>
      )}
    </>
  );
}

function Now({ sharing }: { sharing: Sharing }) {
  const { t } = useText();
  const { moment } = useDates();
  return (
    <div>
      <p>
        <strong>{t('seating.quotas.now')}</strong>
      </p>
      <ul>
        {sharing.shares.map(({ pool, seats, seatsLeft }) => (
          <li key={pool}>{t(`seating.quotas.line.${pool}`, { taken: seats - seatsLeft, seats })}</li>
        ))}
      </ul>
      <p>
        {t(sharing.isReleased ? 'seating.quotas.isReleased' : 'seating.quotas.releasedAt', {
          moment: moment(sharing.releasedAt),
        })}
      </p>
    </div>
  );
}

/** A whole number, 0 or more; null for anything else. */
function numberIn(data: FormData, name: string): number | null {
  const text = textIn(data, name);
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}
