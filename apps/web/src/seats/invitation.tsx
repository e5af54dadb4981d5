import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { ApiError } from '../api/errors.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { Notice } from '../ui/panels.js';
import { textIn, useForm } from '../ui/use-form.js';
import {
  invitationPath,
  MailInvitationDocument,
  WithdrawInvitationDocument,
  type InvitationData,
} from './pair-data.js';

/** An invitation that waits for its answer: the code to give, the link to send, a mail, and taking it back. */
export function Invitation({ invitation, sessionId }: { invitation: InvitationData; sessionId: string }) {
  const { t } = useText();
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: ['invitation', sessionId] });
  const link = new URL(invitationPath(invitation.code), window.location.origin).href;
  const copy = async (): Promise<void> => {
    // Over plain HTTP there is no clipboard; the link is there to be marked by hand.
    await navigator.clipboard?.writeText(link);
    announce(t('seats.pair.copied'));
  };
  const withdraw = async (): Promise<void> => {
    await execute(WithdrawInvitationDocument, { id: invitation.id });
    announce(t('seats.pair.withdrawn'));
    await readAgain();
  };
  return (
    <>
      <Notice tone="good" role="status" title={t('seats.pair.ready')}>
        <p>{t('seats.pair.give')}</p>
        <p className="ticket-code">
          <code>{`${invitation.code.slice(0, 4)} ${invitation.code.slice(4)}`}</code>
        </p>
        <p>
          <a href={link}>{link}</a>
        </p>
        <Button small look="secondary" onClick={() => void copy()}>
          {t('seats.pair.copy')}
        </Button>
      </Notice>
      {invitation.mailedAt ? <p>{t('seats.pair.sent')}</p> : <MailForm id={invitation.id} onSent={readAgain} />}
      <p>{t('seats.pair.noSeat')}</p>
      <p className="muted">{t('seats.pair.waiting')}</p>
      <ConfirmButton
        small
        look="quiet"
        label={t('seats.pair.withdraw')}
        title={t('seats.pair.withdrawTitle')}
        confirm={t('seats.pair.withdraw')}
        onConfirm={withdraw}
      >
        <p>{t('seats.pair.withdrawText')}</p>
      </ConfirmButton>
    </>
  );
}

function MailForm({ id, onSent }: { id: string; onSent: () => Promise<void> }) {
  const { t } = useText();
  const form = useForm({
    check: (data) => (/\S+@\S+\.\S+/.test(textIn(data, 'email')) ? {} : { email: t('seats.pair.emailMissing') }),
    send: async (data) => {
      const { mailPairInvitation: answer } = await execute(MailInvitationDocument, {
        id,
        email: textIn(data, 'email'),
      });
      if (answer.__typename === 'PairRefused') throw new ApiError('CONFLICT', answer.message);
      announce(t('seats.pair.sent'));
      await onSent();
    },
  });
  return (
    <Form form={form} label={t('seats.pair.send')} submit={t('seats.pair.send')}>
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t('seats.pair.email')}
        hint={t('seats.pair.emailHint')}
        autoComplete="off"
      />
    </Form>
  );
}
