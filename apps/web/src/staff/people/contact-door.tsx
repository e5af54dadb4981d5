import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { announce, Facts, Form, Notice, TextField, textIn, useForm } from '../../ui/index.js';
import { readContact, type Contact } from '../coord/volunteers-data.js';

const SHORTEST_PURPOSE = 5;

/** What reaches a person, behind a door: who opens it says why, and the person sees that. */
export function ContactDoor({ person }: { person: { id: string; displayName: string } }) {
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
