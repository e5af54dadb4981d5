import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { execute } from '../../../api/execute.js';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { announce, Button, ConfirmButton, Failure, Notice, PageTitle, QueryState, Section } from '../../../ui/index.js';
import { BookForPerson } from './book-for-person.js';
import { CardSlip } from './card-slip.js';
import { PersonBookings } from './person-bookings.js';
import {
  IssueCardDocument,
  loadPerson,
  RECEPTION,
  RevokeCardDocument,
  VouchDocument,
  type CardData,
  type Person,
  type PersonPage as PersonData,
} from './reception-data.js';
import { CardEnd } from './reception-frame.js';
import { NoticeList } from './to-tell-page.js';

/** Somebody at the desk: what to tell her, her bookings, booking for her, her card. */
export function PersonPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: [...RECEPTION, 'person', id], queryFn: () => loadPerson(id) });
  const [card, setCard] = useState<CardData | null>(null);
  if (card) return <CardSlip card={card} />;
  return (
    <QueryState query={query} lines={8} titled>
      {(data) => <AtTheDesk data={data} onCard={setCard} />}
    </QueryState>
  );
}

function AtTheDesk({ data, onCard }: { data: PersonData; onCard: (card: CardData) => void }) {
  const { t } = useText();
  const { day } = useDates();
  const { receptionPerson: person, notices, receptionBookings: bookings } = data;
  return (
    <>
      <PageTitle title={person.displayName} section={t('reception.title')} />
      <p>
        <CardEnd end={person.cardEnd} />{' '}
        <span className="small muted">· {t('reception.person.since', { day: day(person.since) })}</span>
      </p>
      {!person.ageKnown && <AgeQuestion person={person} />}
      {notices.length > 0 && (
        <Section title={t('reception.toTell.section')}>
          <NoticeList notices={notices} />
        </Section>
      )}
      <Section title={t('reception.person.bookings')}>
        <PersonBookings person={person} bookings={bookings} />
      </Section>
      <BookForPerson person={person} />
      <Section title={t('reception.card.title')}>
        <CardActions person={person} onCard={onCard} />
      </Section>
    </>
  );
}

/** Asked of who receives her, never of her. */
function AgeQuestion({ person }: { person: Person }) {
  const { t } = useText();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const vouch = async (age: number): Promise<void> => {
    setError(null);
    try {
      await execute(VouchDocument, { id: person.id, age });
      announce(t('reception.person.done'));
      await client.invalidateQueries({ queryKey: RECEPTION });
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Notice tone="warn" title={t('reception.person.age')}>
      {error !== null && <Failure error={error} />}
      <div className="row">
        <Button small look="secondary" onClick={() => void vouch(18)}>
          {t('reception.person.age18')}
        </Button>
        <Button small look="secondary" onClick={() => void vouch(16)}>
          {t('reception.person.age16')}
        </Button>
      </div>
    </Notice>
  );
}

function CardActions({ person, onCard }: { person: Person; onCard: (card: CardData) => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const renew = async (): Promise<void> => {
    onCard((await execute(IssueCardDocument, { id: person.id })).issueCard);
    await client.invalidateQueries({ queryKey: RECEPTION });
  };
  const block = async (): Promise<void> => {
    await execute(RevokeCardDocument, { id: person.id });
    announce(t('reception.card.blocked'));
    await client.invalidateQueries({ queryKey: RECEPTION });
  };
  return (
    <div className="row">
      <ConfirmButton
        label={t('reception.card.renew')}
        look="secondary"
        title={t('reception.card.renew')}
        confirm={t('reception.card.renew')}
        onConfirm={renew}
      >
        <p>{t('reception.card.renewText')}</p>
      </ConfirmButton>
      {person.cardEnd && (
        <ConfirmButton
          label={t('reception.card.lost')}
          look="quiet"
          title={t('reception.card.lost')}
          confirm={t('reception.card.block')}
          onConfirm={block}
        >
          <p>{t('reception.card.lostText')}</p>
        </ConfirmButton>
      )}
    </div>
  );
}
