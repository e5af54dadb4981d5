import { useEffect, useState, type ReactNode } from 'react';
import { execute } from '../api/execute.js';
import { useReadAgain } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { textIn, useForm } from '../ui/use-form.js';
import { RequestCodeDocument, SignInWithCodeDocument } from './sign-in-data.js';

interface CodeSent {
  email: string;
  resendAfterSeconds: number;
}

interface IdentifyProps {
  /** Heading of the first step; the second is about the code. */
  title: string;
  section?: string;
  /** What the person is about to do, above the first field. */
  intro?: ReactNode;
  /** Another way to sign in, below the first field. */
  instead?: ReactNode;
  /** Runs once signed in, with everything read again. */
  onDone?: () => void;
}

/** Proves an address in two steps: the address, then the six digits sent there. No password exists. */
export function Identify({ title, section, intro, instead, onDone }: IdentifyProps) {
  const [sent, setSent] = useState<CodeSent | null>(null);
  return sent ? (
    <CodeStep sent={sent} section={section} onDone={onDone} onOther={() => setSent(null)} />
  ) : (
    <EmailStep title={title} section={section} intro={intro} instead={instead} onSent={setSent} />
  );
}

function EmailStep({ title, section, intro, instead, onSent }: IdentifyProps & { onSent: (sent: CodeSent) => void }) {
  const { t } = useText();
  const form = useForm({
    check: (data) => (/^\S+@\S+\.\S+$/.test(textIn(data, 'email')) ? {} : { email: t('web.signin.emailFault') }),
    send: async (data) => {
      onSent((await execute(RequestCodeDocument, { email: textIn(data, 'email') })).requestSignInCode);
    },
  });
  return (
    <>
      <PageTitle title={title} section={section} step="email" />
      {intro}
      <Form form={form} label={title} submit={t('web.signin.sendCode')}>
        <TextField
          name="email"
          type="email"
          label={t('web.signin.email')}
          hint={t('web.signin.emailHint')}
          autoComplete="email"
          spellCheck={false}
        />
      </Form>
      {instead}
    </>
  );
}

interface CodeStepProps {
  sent: CodeSent;
  section?: string;
  onDone?: () => void;
  onOther: () => void;
}

function CodeStep({ sent, section, onDone, onOther }: CodeStepProps) {
  const { t } = useText();
  const readAgain = useReadAgain();
  const form = useForm({
    check: (data) => (digitsIn(data).length === 6 ? {} : { code: t('web.signin.codeFault') }),
    send: async (data) => {
      const variables = { email: sent.email, code: digitsIn(data) };
      const { signInWithCode: result } = await execute(SignInWithCodeDocument, variables);
      if (result.__typename === 'SignInRefused') {
        const left = result.attemptsLeft;
        form.refuse({ code: [result.message, left ? t('web.signin.left', { count: left }) : ''].join(' ').trim() });
        return;
      }
      await readAgain();
      onDone?.();
    },
  });
  return (
    <>
      <PageTitle title={t('web.signin.codeTitle')} section={section} step="code" />
      <p>{t('web.signin.sentTo', { email: sent.email })}</p>
      <Form form={form} label={t('web.signin.codeTitle')} submit={t('web.signin.confirm')}>
        <TextField
          name="code"
          label={t('web.signin.code')}
          hint={t('web.signin.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="code"
          maxLength={12}
        />
      </Form>
      <div className="row">
        <Resend sent={sent} />
        <Button look="quiet" onClick={onOther}>
          {t('web.signin.otherEmail')}
        </Button>
      </div>
    </>
  );
}

function digitsIn(data: FormData): string {
  return textIn(data, 'code').replace(/\D/g, '');
}

/** Offers another code once the first has had time to arrive. */
function Resend({ sent }: { sent: CodeSent }) {
  const { t } = useText();
  const [round, setRound] = useState(0);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), sent.resendAfterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [sent, round]);
  if (!ready) return null;
  const again = async (): Promise<void> => {
    await execute(RequestCodeDocument, { email: sent.email });
    setReady(false);
    setRound(round + 1);
    announce(t('web.signin.sentAgain'));
  };
  return (
    <Button look="secondary" onClick={() => void again()}>
      {t('web.signin.resend')}
    </Button>
  );
}
