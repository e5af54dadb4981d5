import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useText, type MessageKey } from '../../i18n/text.js';
import { useWords, type Network } from '../../i18n/words.js';
import { Button, Facts, Icon, QueryState } from '../../ui/index.js';
import { useStaffDates } from '../shared/staff-dates.js';
import { ContactDoor } from './contact-door.js';
import { sourceWord } from './people-columns.js';
import { loadPerson, type PersonEvent, type PersonRow } from './people-data.js';
import { TagList } from './tag-list.js';

/** One person beside the list: what is known, what happened, and the door to what reaches her. */
export function PersonPanel({ id, close }: { id: string; close: () => void }) {
  const { t } = useText();
  const query = useQuery({ queryKey: ['staff', 'people', 'person', id], queryFn: () => loadPerson(id) });
  const leave = (): void => {
    // Back to where the panel was opened from.
    document.getElementById(`personne-${id}`)?.focus();
    close();
  };
  return (
    <aside
      className="card lifted side-panel stack"
      aria-label={query.data?.person.displayName ?? t('people.column.name')}
    >
      <div className="row apart">
        {query.data && <PanelHeading name={query.data.person.displayName} />}
        <Button small look="quiet" onClick={leave}>
          <Icon name="close" size={20} />
          {t('staff.action.close')}
        </Button>
      </div>
      <QueryState query={query}>
        {({ person, personHistory }) => (
          <>
            <PersonFacts person={person} />
            <ContactDoor person={person} />
            <History events={personHistory} />
          </>
        )}
      </QueryState>
    </aside>
  );
}

function PanelHeading({ name }: { name: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {name}
    </h2>
  );
}

function PersonFacts({ person }: { person: PersonRow }) {
  const { t } = useText();
  const words = useWords();
  const { shortDate } = useStaffDates();
  const { networks, arrondissement, commune, languages, tags, trainings, lastPresenceAt, source, hasAccount } = person;
  const where = arrondissement ? words.arrondissement(arrondissement) : (commune ?? t('staff.value.unknown'));
  const facts: Parameters<typeof Facts>[0]['facts'] = [
    { icon: 'people', label: t('people.column.networks'), value: words.list(networks.map(words.network)) || '–' },
    { icon: 'place', label: t('people.column.place'), value: where },
    { icon: 'info', label: t('people.column.languages'), value: words.list(languages.map(words.language)) || '–' },
    { icon: 'book', label: t('people.column.trainings'), value: words.number(trainings) },
    {
      icon: 'calendar',
      label: t('people.column.presence'),
      value: lastPresenceAt ? shortDate(lastPresenceAt) : '–',
    },
    { icon: 'calendar', label: t('people.column.arrival'), value: shortDate(person.createdAt) },
    { icon: 'info', label: t('people.column.source'), value: sourceWord(source, t) },
    {
      icon: 'person',
      label: t('people.column.account'),
      value: t(hasAccount ? 'people.account.yes' : 'people.account.no'),
    },
  ];
  return (
    <>
      {tags.length > 0 && <TagList tags={tags} />}
      <Facts facts={facts} />
    </>
  );
}

function History({ events }: { events: readonly PersonEvent[] }) {
  const { t } = useText();
  const said = useEventWords();
  const { shortMoment } = useStaffDates();
  return (
    <section className="stack" aria-label={t('people.panel.history')}>
      <h3>{t('people.panel.history')}</h3>
      {events.length === 0 && <p className="muted">{t('people.panel.historyEmpty')}</p>}
      <ol role="list" className="history">
        {events.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.what}`}>
            <time className="muted small" dateTime={event.at}>
              {shortMoment(event.at)}
            </time>
            <span>
              {said(event)}
              {event.actor && <span className="muted small"> {t('people.event.by', { actor: event.actor })}</span>}
              {event.kind === 'journal' && event.detail && <q className="small">{event.detail}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const STATES: Record<string, MessageKey> = {
  waiting: 'people.enrolment.waiting',
  offered: 'people.enrolment.offered',
  enrolled: 'people.enrolment.enrolled',
  cancelled: 'people.enrolment.cancelled',
  declined: 'people.enrolment.declined',
  expired: 'people.enrolment.expired',
  removed: 'people.enrolment.removed',
};
const ACTIONS: Record<string, MessageKey> = {
  'contact.read': 'people.journal.contact.read',
  'people.export': 'people.journal.people.export',
};
const SOURCES = ['joined', 'imported', 'reception', 'staff'] as const;
const PURPOSES: Record<string, MessageKey> = {
  terms: 'people.purpose.terms',
  'contact-by-phone': 'people.purpose.contact-by-phone',
  'contact-by-associations': 'people.purpose.contact-by-associations',
};

/** An event as a sentence; codes that are newer than the page stand as they are. */
function useEventWords(): (event: PersonEvent) => string {
  const { t } = useText();
  const words = useWords();
  const purpose = (code: string): string => {
    const [kind, network] = code.split(':');
    if (kind === 'network' && network)
      return t('people.purpose.network', { network: words.network(network as Network) });
    const key = PURPOSES[code];
    return key ? t(key) : code;
  };
  const inWords = ({ kind, what }: PersonEvent): string => {
    switch (kind) {
      case 'known':
        return t(`people.source.${SOURCES.find((one) => one === what) ?? 'staff'}`);
      case 'joined':
      case 'left':
        return words.network(what as Network);
      case 'consentGiven':
      case 'consentWithdrawn':
        return purpose(what);
      case 'journal': {
        const key = ACTIONS[what];
        return key ? t(key) : t('people.journal.other', { what });
      }
      default:
        return what;
    }
  };
  return (event) => {
    const state = event.detail === null ? undefined : STATES[event.detail];
    const detail = state ? t(state) : (event.detail ?? '');
    return t(`people.event.${event.kind}`, { what: inWords(event), detail });
  };
}
