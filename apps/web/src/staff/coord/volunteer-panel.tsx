import { useEffect, useRef, useState } from 'react';
import { useDates } from '../../i18n/dates.js';
import { useText, type MessageKey } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { announce, Button, Facts, Form, Icon, Notice, TextField, textIn, useForm } from '../../ui/index.js';
import { readContact, type Contact, type VolunteerRow } from './volunteers-data.js';

const sources: Record<string, MessageKey> = {
  joined: 'staff.source.joined',
  imported: 'staff.source.imported',
  reception: 'staff.source.reception',
  staff: 'staff.source.staff',
};

/** One person beside the list. What reaches her is behind a door of its own. */
export function VolunteerPanel({ person, close }: { person: VolunteerRow; close: () => void }) {
  const { t } = useText();
  const { day } = useDates();
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, displayName, networks, arrondissement, source, hasAccount, createdAt } = person;

  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const leave = (): void => {
    // Back to where the panel was opened from.
    document.getElementById(`personne-${id}`)?.focus();
    close();
  };
  const origin = sources[source];
  return (
    <aside className="card lifted side-panel stack" aria-label={displayName}>
      <div className="row apart">
        <h2 ref={heading} tabIndex={-1}>
          {displayName}
        </h2>
        <Button small look="quiet" onClick={leave}>
          <Icon name="close" size={20} />
          {t('staff.action.close')}
        </Button>
      </div>
      <Facts
        facts={[
          { icon: 'people', label: t('staff.column.networks'), value: words.list(networks.map(words.network)) },
          {
            icon: 'place',
            label: t('staff.field.arrondissement'),
            value: arrondissement ? words.arrondissement(arrondissement) : t('staff.value.unknown'),
          },
          { icon: 'calendar', label: t('staff.column.joined'), value: day(createdAt) },
          { icon: 'info', label: t('staff.column.source'), value: origin ? t(origin) : source },
          {
            icon: 'person',
            label: t('staff.field.account'),
            value: t(hasAccount ? 'staff.account.yes' : 'staff.account.no'),
          },
        ]}
      />
      <ContactDoor person={person} />
    </aside>
  );
}

const SHORTEST_PURPOSE = 5;

function ContactDoor({ person }: { person: VolunteerRow }) {
  const { t } = useText();
  // Kept here only: it goes with the panel.
  const [contact, setContact] = useState<Contact | null>(null);
  const form = useForm({
    check: (data) =>
      textIn(data, 'purpose').length < SHORTEST_PURPOSE ? { purpose: t('staff.contact.purposeMissing') } : {},
    send: async (data) => {
      setContact(await readContact(person.id, textIn(data, 'purpose')));
      announce(t('staff.contact.shown'));
    },
  });
  if (contact) return <ContactFacts contact={contact} />;
  return (
    <div className="door stack">
      <h3>{t('staff.contact.title')}</h3>
      <Notice title={t('staff.contact.seen')}>
        <p>{t('staff.contact.seenText', { name: person.displayName })}</p>
      </Notice>
      <Form form={form} label={t('staff.contact.title')} submit={t('staff.contact.submit')}>
        <TextField
          name="purpose"
          label={t('staff.contact.purpose')}
          hint={t('staff.contact.purposeHint')}
          maxLength={200}
          autoComplete="off"
        />
      </Form>
    </div>
  );
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useText();
  const { givenName, familyName, email, phone, birthYear } = contact;
  return (
    <div className="door stack">
      <h3>{t('staff.contact.title')}</h3>
      <Facts
        facts={[
          { icon: 'person', label: t('staff.column.name'), value: [givenName, familyName].filter(Boolean).join(' ') },
          {
            icon: 'mail',
            label: t('staff.field.email'),
            value: email ? <a href={`mailto:${email}`}>{email}</a> : t('staff.value.unknown'),
          },
          {
            icon: 'device',
            label: t('staff.field.phone'),
            value: phone ? <a href={`tel:${phone}`}>{phone}</a> : t('staff.value.unknown'),
          },
          { icon: 'calendar', label: t('staff.field.birthYear'), value: birthYear ?? t('staff.value.unknown') },
        ]}
      />
      <p className="hint">{t('staff.contact.written')}</p>
    </div>
  );
}
