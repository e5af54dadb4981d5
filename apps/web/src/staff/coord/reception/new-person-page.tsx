import { useState } from 'react';
import { execute } from '../../../api/execute.js';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../../../i18n/locale.js';
import { useLocale } from '../../../i18n/provider.js';
import { useText } from '../../../i18n/text.js';
import { ChoiceGroup, Form, PageTitle, SelectField, TextField, textIn, useForm } from '../../../ui/index.js';
import { CardSlip } from './card-slip.js';
import { WelcomeDocument, type CardData } from './reception-data.js';

/** Receives somebody: a first name, what one sees, and her language; nothing else is asked of her. */
export function NewPersonPage() {
  const [card, setCard] = useState<CardData | null>(null);
  return card ? <CardSlip card={card} /> : <WelcomeForm onMade={setCard} />;
}

function WelcomeForm({ onMade }: { onMade: (card: CardData) => void }) {
  const { t } = useText();
  const { locale } = useLocale();
  const form = useForm({
    check: (data) => (textIn(data, 'givenName') ? {} : { givenName: t('reception.new.nameMissing') }),
    send: async (data) => {
      const input = {
        givenName: textIn(data, 'givenName'),
        vouchedAge: Number(textIn(data, 'vouchedAge')),
        locale: textIn(data, 'locale') as Locale,
      };
      onMade((await execute(WelcomeDocument, { input })).welcomePerson);
    },
  });
  return (
    <>
      <PageTitle title={t('reception.new.title')} section={t('reception.title')} />
      <p className="lede">{t('reception.new.lede')}</p>
      <Form form={form} label={t('reception.new.title')} submit={t('reception.new.submit')}>
        <TextField
          name="givenName"
          label={t('reception.new.name')}
          hint={t('reception.new.nameHint')}
          autoComplete="off"
          maxLength={80}
        />
        <ChoiceGroup
          name="vouchedAge"
          kind="radio"
          label={t('reception.new.age')}
          hint={t('reception.new.ageHint')}
          chosen={['18']}
          choices={[
            { value: '18', label: t('reception.new.age18') },
            { value: '16', label: t('reception.new.age16') },
          ]}
        />
        <SelectField
          name="locale"
          label={t('reception.new.language')}
          choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          defaultValue={locale}
        />
      </Form>
    </>
  );
}
