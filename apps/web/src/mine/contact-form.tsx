import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { textIn, useForm, type Faults } from '../ui/use-form.js';

const UpdateContactDocument = graphql(`
  mutation UpdateContact($input: ContactInput!) {
    updateContact(input: $input) {
      volunteerId
    }
  }
`);

interface ContactFormProps {
  contact: { givenName: string; familyName: string | null; phone: string | null; birthYear: number | null };
  email: string;
}

/** How to reach me. Kept apart from the profile, and read by nobody else without a trace. */
export function ContactForm({ contact, email }: ContactFormProps) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useForm({
    check: (data): Faults => (textIn(data, 'givenName') === '' ? { givenName: t('web.join.givenNameFault') } : {}),
    send: async (data) => {
      const birthYear = textIn(data, 'birthYear');
      await execute(UpdateContactDocument, {
        input: {
          givenName: textIn(data, 'givenName'),
          familyName: textIn(data, 'familyName') || null,
          phone: textIn(data, 'phone') || null,
          birthYear: birthYear === '' ? null : Number(birthYear),
        },
      });
      await client.invalidateQueries({ queryKey: ['profile'] });
      announce(t('mine.profile.saved'));
    },
  });
  return (
    <Form form={form} label={t('mine.contact.title')} submit={t('mine.contact.save')}>
      {email && (
        <p>
          {t('mine.contact.email')} <strong>{email}</strong>
        </p>
      )}
      <TextField
        name="givenName"
        label={t('web.join.givenName')}
        autoComplete="given-name"
        defaultValue={contact.givenName}
        maxLength={80}
      />
      <TextField
        name="familyName"
        label={t('mine.contact.familyName')}
        optional
        autoComplete="family-name"
        defaultValue={contact.familyName ?? ''}
        maxLength={80}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('mine.contact.phone')}
        hint={t('mine.contact.phoneHint')}
        optional
        autoComplete="tel"
        defaultValue={contact.phone ?? ''}
      />
      <TextField
        name="birthYear"
        label={t('web.join.birthYear')}
        hint={t('web.join.birthYearHint')}
        inputMode="numeric"
        autoComplete="bday-year"
        width="short"
        optional
        defaultValue={contact.birthYear ?? ''}
        maxLength={4}
      />
    </Form>
  );
}
