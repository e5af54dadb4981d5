import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LOCALES } from '@kernel/networks.js';
import { useLocale } from '../../i18n/provider.js';
import { useText } from '../../i18n/text.js';
import { useWords, type Network } from '../../i18n/words.js';
import {
  ButtonLink,
  CheckboxField,
  Form,
  PageTitle,
  Section,
  SelectField,
  TextArea,
  TextField,
  textIn,
  useForm,
} from '../../ui/index.js';
import { previewMailing, type MailingInput, type MailingPreview } from './mailing-data.js';
import { MailingList } from './mailing-list.js';
import { MailingReview } from './mailing-review.js';
import { useOwnNetworks } from './own-networks.js';
import { loadChoices, type FilterInput } from './people-data.js';
import { useCountWords } from './people-table.js';
import { useConditionWords } from './use-condition-words.js';
import { usePeopleFilter } from './use-people-filter.js';

/** Writing to the people of a list: text, a second look with the count, then sending. */
export function MailingPage() {
  const { t } = useText();
  const people = usePeopleFilter();
  const only = people.search.get('pour')?.split('.') ?? [];
  const filter: FilterInput = only.length > 0 ? { only } : people.filter;
  const [draft, setDraft] = useState<MailingInput | null>(null);
  const [preview, setPreview] = useState<MailingPreview | null>(null);
  const read = async (input: MailingInput): Promise<void> => {
    setPreview(await previewMailing(input));
    setDraft(input);
  };
  return (
    <>
      <div className="stack tight">
        <PageTitle title={t('people.mail.title')} section={t('staff.area.coordinator')} />
        <p className="lede">{t('people.mail.lede')}</p>
      </div>
      <ToWhom filter={filter} back={people.search} only={only.length} />
      {draft && preview ? (
        <MailingReview
          draft={draft}
          preview={preview}
          edit={() => setPreview(null)}
          read={() => read(draft)}
          sent={() => {
            setDraft(null);
            setPreview(null);
          }}
        />
      ) : (
        <MailingForm draft={draft} filter={filter} read={read} />
      )}
      <Section title={t('people.mail.sentTitle')}>
        <MailingList />
      </Section>
    </>
  );
}

function ToWhom({ filter, back, only }: { filter: FilterInput; back: URLSearchParams; only: number }) {
  const { t } = useText();
  const words = useWords();
  const { data: choices } = useQuery({ queryKey: ['staff', 'people', 'choices'], queryFn: loadChoices });
  const { said } = useConditionWords(choices);
  const { conditions } = usePeopleFilter();
  const count = useCountWords(filter);
  const parts = [...(filter.text ? [`« ${filter.text} »`] : []), ...conditions.map(said)];
  const who =
    only > 0 ? t('people.chosen', { count: only }) : parts.length > 0 ? words.list(parts) : t('people.everybody');
  return (
    <div className="card row apart">
      <p>
        <strong>{t('people.mail.to')}</strong> {who}
        {only === 0 && <> – {count ?? t('people.counting')}</>}
      </p>
      <ButtonLink small look="quiet" to={`/coord/benevoles?${back.toString()}`}>
        {t('people.mail.back')}
      </ButtonLink>
    </div>
  );
}

interface MailingFormProps {
  draft: MailingInput | null;
  filter: FilterInput;
  read: (input: MailingInput) => Promise<void>;
}

function MailingForm({ draft, filter, read }: MailingFormProps) {
  const { t } = useText();
  const { locale } = useLocale();
  const words = useWords();
  const networks = useOwnNetworks();
  const form = useForm({
    check: (data) => ({
      subject: textIn(data, 'subject').length < 3 ? t('people.mail.subjectMissing') : undefined,
      body: textIn(data, 'body').length < 10 ? t('people.mail.bodyMissing') : undefined,
    }),
    send: (data) =>
      read({
        network: textIn(data, 'network') as Network,
        locale: textIn(data, 'locale') as MailingInput['locale'],
        subject: textIn(data, 'subject'),
        body: textIn(data, 'body'),
        notices: textIn(data, 'notices') !== '',
        filter,
      }),
  });
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <Form form={form} label={t('people.mail.title')} submit={t('people.mail.preview')}>
      <SelectField
        key={networks.join()}
        name="network"
        label={t('people.mail.network')}
        defaultValue={draft?.network}
        choices={networks.map((value) => ({ value, label: words.network(value) }))}
      />
      <SelectField
        name="locale"
        label={t('people.mail.locale')}
        defaultValue={draft?.locale ?? 'fr'}
        choices={LOCALES.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
      <TextField
        name="subject"
        label={t('people.mail.subject')}
        maxLength={150}
        defaultValue={draft?.subject ?? ''}
        autoComplete="off"
      />
      <TextArea
        name="body"
        label={t('people.mail.body')}
        hint={t('people.mail.bodyHint')}
        rows={12}
        maxLength={20_000}
        defaultValue={draft?.body ?? ''}
      />
      <CheckboxField name="notices" label={t('people.mail.notices')} defaultChecked={draft?.notices ?? false} />
    </Form>
  );
}
