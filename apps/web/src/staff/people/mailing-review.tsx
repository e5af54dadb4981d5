import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.js';
import { announce, Button, ConfirmButton, Disclosure, Failure, Notice, Section } from '../../ui/index.js';
import { sendMailing, testMailing, type MailingInput, type MailingPreview } from './mailing-data.js';
import { MailFrames } from './mail-frames.js';

interface MailingReviewProps {
  draft: MailingInput;
  preview: MailingPreview;
  edit: () => void;
  /** Counts and renders again. */
  read: () => Promise<void>;
  sent: () => void;
}

/** The second look: whom it reaches, who is left out and why, how it looks; then a test, then sending. */
export function MailingReview({ draft, preview, edit, read, sent }: MailingReviewProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [refused, setRefused] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const count = preview.byMail + preview.byNotice;

  const test = async (): Promise<void> => {
    setError(null);
    try {
      await testMailing(draft);
      announce(t('people.mail.tested'));
      setRefused(null);
    } catch (caught) {
      setError(caught);
    }
  };
  const send = async (): Promise<void> => {
    const why = await sendMailing(draft, count);
    setRefused(why);
    if (why !== null) return read();
    announce(t('people.mail.sending'));
    await client.invalidateQueries({ queryKey: ['staff', 'mailings'] });
    sent();
  };
  return (
    <div className="stack">
      {refused !== null && <Notice tone="warn" title={refused} role="alert" />}
      {error !== null && <Failure error={error} />}
      <Notice tone={preview.byMail > 0 ? 'good' : 'warn'} title={t('people.mail.reach', { count: preview.byMail })}>
        {preview.byNotice > 0 && <p>{t('people.mail.byNotice', { count: preview.byNotice })}</p>}
        {preview.leftOut.length > 0 && (
          <>
            <p>{t('people.mail.leftOut')}</p>
            <ul>
              {preview.leftOut.map(({ reason, count: number }) => (
                <li key={reason}>{t(`people.mail.leftOut.${reason}`, { count: number })}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      <Section title={preview.subject}>
        <MailFrames html={preview.html} />
        <Disclosure summary={t('people.mail.text')}>
          <pre className="mail-text" tabIndex={0} aria-label={t('people.mail.text')}>
            {preview.text}
          </pre>
        </Disclosure>
      </Section>
      <div className="row">
        {count > 0 && (
          <ConfirmButton
            label={t('people.mail.send')}
            look="secondary"
            title={t('people.mail.confirmTitle', { count })}
            confirm={t('people.mail.send')}
            onConfirm={send}
          >
            <p>{t('people.mail.confirmText')}</p>
          </ConfirmButton>
        )}
        <Button look="secondary" onClick={() => void test()}>
          {t('people.mail.test')}
        </Button>
        <Button look="secondary" onClick={edit}>
          {t('people.mail.edit')}
        </Button>
      </div>
    </div>
  );
}
