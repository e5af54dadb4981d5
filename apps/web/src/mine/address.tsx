import { useState } from 'react';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useReadAgain, useViewer } from '../api/viewer.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { choicesIn, PreviewFragment, type Choices, type Preview } from '../staff/coord/duplicates/merge-data.js';
import { MergeView } from '../staff/coord/duplicates/merge-view.js';
import '../styles/merge.css';
import { ButtonLink } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { textIn, useForm } from '../ui/use-form.js';

const RequestDocument = graphql(`
  mutation RequestAddressCode($email: String!) {
    requestAddressCode(email: $email)
  }
`);

const AddDocument = graphql(
  `
    mutation AddAddress($email: String!, $code: String!) {
      addAddress(email: $email, code: $code) {
        __typename
        ... on AddressOfOther {
          proof
          preview {
            ...MergePreviewFields
          }
        }
        ... on SignInRefused {
          message
        }
      }
    }
  `,
  [PreviewFragment],
);

const JoinDocument = graphql(`
  mutation JoinProfiles($proof: String!, $choices: [MergeChoiceInput!]!) {
    joinProfiles(proof: $proof, choices: $choices) {
      __typename
      ... on MergeRefused {
        message
      }
    }
  }
`);

type Step =
  | { at: 'email' }
  | { at: 'code'; email: string }
  | { at: 'other'; email: string; proof: string; preview: Preview }
  | { at: 'added'; email: string }
  | { at: 'joined'; email: string };

/** An address for somebody who had none: proved by a code; a profile that has it already joins hers if she agrees. */
export default function AddressPage() {
  return (
    <MoreMessages area="web-merge">
      <Steps />
    </MoreMessages>
  );
}

function Steps() {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const readAgain = useReadAgain();
  const [step, setStep] = useState<Step>({ at: 'email' });
  const finish = async (next: Step): Promise<void> => {
    setStep(next);
    await readAgain();
  };
  switch (step.at) {
    case 'email':
      return viewer?.email ? (
        <Told title={t('address.title')} text={t('address.already', { email: viewer.email })} />
      ) : (
        <EmailStep onSent={(email) => setStep({ at: 'code', email })} />
      );
    case 'code':
      return (
        <CodeStep
          email={step.email}
          onAdded={() => finish({ at: 'added', email: step.email })}
          onOther={(proof, preview) => setStep({ at: 'other', email: step.email, proof, preview })}
        />
      );
    case 'other':
      return <OtherProfile {...step} onJoined={() => finish({ at: 'joined', email: step.email })} />;
    case 'added':
      return <Told title={t('address.done')} text={t('address.doneText', { email: step.email })} />;
    case 'joined':
      return <Told title={t('address.joined')} text={t('address.joinedText', { email: step.email })} />;
  }
}

function Told({ title, text }: { title: string; text: string }) {
  const { t } = useText();
  return (
    <>
      <PageTitle title={title} section={t('mine.nav.title')} step="done" />
      <p>{text}</p>
      <div>
        <ButtonLink to="/moi">{t('address.mySpace')}</ButtonLink>
      </div>
    </>
  );
}

function EmailStep({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useText();
  const form = useForm({
    check: (data) => (/^\S+@\S+\.\S+$/.test(textIn(data, 'email')) ? {} : { email: t('address.emailFault') }),
    send: async (data) => {
      const email = textIn(data, 'email');
      await execute(RequestDocument, { email });
      onSent(email);
    },
  });
  return (
    <>
      <PageTitle title={t('address.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('address.lede')}</p>
      <Form form={form} label={t('address.title')} submit={t('address.send')}>
        <TextField name="email" type="email" label={t('address.email')} autoComplete="email" spellCheck={false} />
      </Form>
    </>
  );
}

interface CodeStepProps {
  email: string;
  onAdded: () => Promise<void>;
  onOther: (proof: string, preview: Preview) => void;
}

function CodeStep({ email, onAdded, onOther }: CodeStepProps) {
  const { t } = useText();
  const digits = (data: FormData): string => textIn(data, 'code').replace(/\D/g, '');
  const form = useForm({
    check: (data) => (digits(data).length === 6 ? {} : { code: t('address.codeFault') }),
    send: async (data) => {
      const { addAddress: result } = await execute(AddDocument, { email, code: digits(data) });
      if (result.__typename === 'SignInRefused') form.refuse({ code: result.message });
      else if (result.__typename === 'AddressOfOther') onOther(result.proof, result.preview);
      else await onAdded();
    },
  });
  return (
    <>
      <PageTitle title={t('address.title')} section={t('mine.nav.title')} step="code" />
      <Form form={form} label={t('address.title')} submit={t('address.add')}>
        <TextField
          name="code"
          label={t('address.code')}
          hint={t('address.codeHint', { email })}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="code"
          maxLength={12}
        />
      </Form>
    </>
  );
}

interface OtherProps {
  proof: string;
  preview: Preview;
  onJoined: () => Promise<void>;
}

function OtherProfile({ proof, preview, onJoined }: OtherProps) {
  const { t } = useText();
  const [choices, setChoices] = useState<Choices>({});
  const [refused, setRefused] = useState<string | null>(null);
  // Her address is the one that she has just proved: nothing to choose there.
  const shown = { ...preview, fields: preview.fields.filter(({ field }) => field !== 'email') };
  const join = async (): Promise<void> => {
    const { joinProfiles: result } = await execute(JoinDocument, { proof, choices: choicesIn(choices) });
    if (result.__typename === 'MergeRefused') setRefused(result.message);
    else await onJoined();
  };
  return (
    <>
      <PageTitle title={t('address.other')} section={t('mine.nav.title')} step="other" />
      <p className="lede">{t('address.otherText')}</p>
      <MergeView preview={shown} choices={choices} onChoose={setChoices} />
      {refused && <Notice tone="bad" role="alert" title={refused} />}
      {!preview.refusal && (
        <div>
          <ConfirmButton
            look="secondary"
            label={t('address.join')}
            title={t('address.join')}
            confirm={t('address.join')}
            onConfirm={join}
          >
            <p>{t('merges.compare.final')}</p>
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
