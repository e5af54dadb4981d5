import { useRef, useState } from 'react';
import { useText } from '../i18n/text.js';
import { TextArea } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { Notice } from '../ui/panels.js';
import { textIn, useForm } from '../ui/use-form.js';
import { CheckedNotice } from './checked-notice.js';
import { checkBadge, type Checked } from './verifier-data.js';

type Outcome = { checked: Checked } | { refused: string };

/** Checks a signed file. It is read on this device and put into the field, so that one sees what is sent. */
export function BadgeForm() {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const form = useForm({
    check: (data) => (textIn(data, 'badge') ? {} : { badge: t('verify.badge.missing') }),
    send: async (data) => {
      setOutcome(null);
      const answer = await checkBadge(textIn(data, 'badge'));
      setOutcome(answer.__typename === 'BadgeRefused' ? { refused: answer.message } : { checked: answer });
    },
  });
  const read = async (file: File | undefined): Promise<void> => {
    const area = text.current?.querySelector('textarea');
    if (file && area) area.value = (await file.text()).trim();
  };
  return (
    <>
      <p>{t('verify.badge.lede')}</p>
      <Form form={form} label={t('verify.badge.title')} submit={t('verify.badge.submit')}>
        <div className="field">
          <label className="label" htmlFor="badge-file">
            {t('verify.badge.file')}
          </label>
          <input
            id="badge-file"
            type="file"
            className="input"
            accept=".jwt,text/plain"
            onChange={({ target }) => void read(target.files?.[0])}
          />
        </div>
        <div ref={text}>
          <TextArea
            name="badge"
            label={t('verify.badge.text')}
            rows={5}
            maxLength={20_000}
            spellCheck={false}
            dir="ltr"
          />
        </div>
      </Form>
      {outcome && 'refused' in outcome && (
        <Notice tone="bad" title={t('verify.badge.bad')} role="alert">
          <p>{outcome.refused}</p>
        </Notice>
      )}
      {outcome && 'checked' in outcome && (
        <div className="stack">
          <p>{t('verify.badge.good')}</p>
          <CheckedNotice checked={outcome.checked} />
        </div>
      )}
      <p className="small">
        <a href="/.well-known/jwks.json">{t('verify.badge.keys')}</a>
      </p>
    </>
  );
}
