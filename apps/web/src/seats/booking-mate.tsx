import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useDates } from '../i18n/dates.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { Notice } from '../ui/panels.js';

const MateDocument = graphql(`
  query BookingMate($id: ID!) {
    myEnrolment(id: $id) {
      reservedRanks {
        network
        rank
      }
      mate {
        displayName
        isServedTogether
        passedOver {
          reason
          passedAt
        }
      }
    }
  }
`);
type Mate = NonNullable<ResultOf<typeof MateDocument>['myEnrolment']['mate']>;

/** With whom one comes, and one's place for the seats of one's network. */
export default function BookingMate({ id, status }: { id: string; status: string }) {
  return (
    <MoreMessages area="web-seats">
      <Body id={id} status={status} />
    </MoreMessages>
  );
}

function Body({ id, status }: { id: string; status: string }) {
  const { t } = useText();
  const words = useWords();
  const { data } = useQuery({
    queryKey: ['booking', id, 'mate', status],
    queryFn: async () => (await execute(MateDocument, { id })).myEnrolment,
  });
  if (!data) return null;
  const ranks = data.reservedRanks.filter(({ network }) => network !== 'paris');
  return (
    <>
      {ranks.length > 0 && (
        <div>
          {ranks.map(({ network, rank }) => (
            <p key={network}>
              {t(network === 'climate' ? 'seats.rank.climate' : 'seats.rank.solidarity', { rank: words.ordinal(rank) })}
            </p>
          ))}
          <p className="small muted">{t('seats.rank.meaning')}</p>
        </div>
      )}
      {data.mate && <With mate={data.mate} />}
    </>
  );
}

function With({ mate }: { mate: Mate }) {
  const { t } = useText();
  const { shortDay } = useDates();
  return (
    <Notice title={t('seats.mate.title', { name: mate.displayName })}>
      {mate.isServedTogether && <p>{t('seats.mate.together')}</p>}
      <p>{t('seats.mate.leave')}</p>
      {mate.isServedTogether && mate.passedOver.length > 0 && (
        <>
          <p>{t('seats.mate.passed')}</p>
          <ul>
            {mate.passedOver.map(({ reason, passedAt }) => (
              <li key={passedAt + reason}>{t(`seats.mate.${reason}`, { day: shortDay(passedAt) })}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
