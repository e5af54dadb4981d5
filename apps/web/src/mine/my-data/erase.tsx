import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/text.js';
import { announce, ConfirmButton, Form, Notice, Section, textIn, TextField, useForm } from '../../ui/index.js';
import { AskErasureDocument, ConfirmErasureDocument, useListing, type MyData } from './my-data-data.js';

/** Erasing everything: what goes, what stays and why, then the code of the mail. */
export function Erase({ data }: { data: MyData }) {
  const { t } = useText();
  const listing = useListing();
  const [codeSent, setCodeSent] = useState<boolean | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: async () => (await execute(AskErasureDocument)).askErasure,
    onSuccess: (asked) => {
      const sent = asked.__typename === 'ErasureAsked';
      setCodeSent(sent ? asked.codeSent : null);
      setRefusal(sent ? null : asked.message);
    },
  });
  if (data.erasure?.isConfirmed) return null;
  const goes = data.tables.filter(({ rule, rows }) => rule.erasure === 'deleted' && rows > 0);
  const stays = data.tables.filter(({ rule, rows }) => rule.erasure !== 'deleted' && rows > 0);
  return (
    <Section title={t('myData.erase.title')}>
      <p>{t('myData.erase.goes', { kinds: listing(goes.map(({ rule }) => rule.title)) })}</p>
      {stays.length > 0 && (
        <>
          <p>{t('myData.erase.stays')}</p>
          <ul>
            {stays.map(({ rule }) => (
              <li key={rule.table}>
                {rule.title} – {rule.because}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('myData.erase.seats')}</p>
      <p>{t('myData.erase.grace')}</p>
      {refusal !== null && <Notice tone="warn" title={refusal} role="alert" />}
      {codeSent === null ? (
        data.freshUntil !== null && (
          <div>
            <ConfirmButton
              label={t('myData.erase.ask')}
              title={t('myData.erase.askTitle')}
              confirm={t('myData.erase.ask')}
              onConfirm={() => ask.mutateAsync()}
            >
              <p>{t('myData.erase.askText')}</p>
            </ConfirmButton>
          </div>
        )
      ) : (
        <Confirm codeSent={codeSent} />
      )}
    </Section>
  );
}

function Confirm({ codeSent }: { codeSent: boolean }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useForm({
    check: (data) => ({
      code: codeSent && !/^\d{6}$/.test(codeIn(data)) ? t('myData.erase.codeFault') : undefined,
    }),
    send: async (data) => {
      const { confirmErasure } = await execute(ConfirmErasureDocument, { code: codeSent ? codeIn(data) : null });
      if (confirmErasure.__typename === 'ErasureRefused') {
        form.refuse({ code: confirmErasure.message });
        return;
      }
      await client.invalidateQueries({ queryKey: ['myData'] });
      announce(t('myData.erase.confirmed'));
      document.querySelector<HTMLElement>('main h1')?.focus();
    },
  });
  return (
    <Form form={form} label={t('myData.erase.title')} submit={t('myData.erase.confirm')}>
      <p role="status">{t(codeSent ? 'myData.erase.sent' : 'myData.erase.noCode')}</p>
      {codeSent && (
        <TextField
          name="code"
          label={t('myData.erase.code')}
          width="code"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      )}
    </Form>
  );
}

/** People copy codes with spaces in them. */
const codeIn = (data: FormData): string => textIn(data, 'code').replace(/\s/g, '');
