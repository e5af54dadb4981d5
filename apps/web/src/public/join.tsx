import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { CheckboxField, TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { Disclosure } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { textIn, useForm, type Faults } from '../ui/use-form.js';
import { ConsentBody, useConsentTexts, type ConsentShown } from './consent-text.js';

type JoinedNetwork = 'solidarity' | 'climate' | 'paris';

const JoinDocument = graphql(`
  mutation Join($input: JoinInput!) {
    join(input: $input) {
      __typename
      ... on Volunteer {
        id
      }
      ... on JoinRefused {
        reason
        message
      }
    }
  }
`);

interface JoinFormProps {
  /** The networks that may be joined here; with one only, joining it is the sole choice. */
  networks: JoinedNetwork[];
  chosen: JoinedNetwork[];
  submit: string;
  /** Runs once the person is a volunteer; what comes next is up to the page. */
  onJoined: () => Promise<void>;
}

/** The last step of a registration, with the exact texts that are agreed to. */
export function JoinForm(props: JoinFormProps) {
  const purposes = ['terms', ...props.networks.map((network) => `network:${network}`)];
  const texts = useConsentTexts(purposes);
  return <QueryState query={texts}>{(shown) => <Fields {...props} texts={shown} />}</QueryState>;
}

function Fields({ networks, chosen, submit, onJoined, texts }: JoinFormProps & { texts: ConsentShown[] }) {
  const { t } = useText();
  const words = useWords();
  const textOf = (purpose: string) => texts.find((text) => text.purpose === purpose);
  const joined = (data: FormData) => networks.filter((network) => data.has(`network:${network}`));

  const form = useForm({
    check: (data) => faultsOf(data, joined(data).length, t, networks),
    send: async (data) => {
      const given = texts.filter(({ purpose }) => data.has(purpose));
      const { join: result } = await execute(JoinDocument, {
        input: {
          givenName: textIn(data, 'givenName'),
          birthYear: Number(textIn(data, 'birthYear')),
          networks: joined(data),
          consents: given.map(({ purpose, version }) => ({ purpose, version })),
        },
      });
      if (result.__typename === 'JoinRefused' && result.reason !== 'ALREADY_JOINED') {
        form.refuse({ [result.reason === 'TOO_YOUNG' ? 'birthYear' : 'terms']: result.message });
        return;
      }
      await onJoined();
    },
  });
  return (
    <Form form={form} label={t('web.join.aboutYou')} submit={submit}>
      <TextField
        name="givenName"
        label={t('web.join.givenName')}
        hint={t('web.join.givenNameHint')}
        autoComplete="given-name"
        maxLength={80}
      />
      <TextField
        name="birthYear"
        label={t('web.join.birthYear')}
        hint={t('web.join.birthYearHint')}
        inputMode="numeric"
        autoComplete="bday-year"
        width="short"
        maxLength={4}
      />
      <fieldset className="stack tight">
        <legend className="label">{t('web.join.networks')}</legend>
        {networks.map((network) => (
          <ConsentField
            key={network}
            name={`network:${network}`}
            label={words.network(network)}
            defaultChecked={chosen.includes(network)}
            text={textOf(`network:${network}`)}
          />
        ))}
      </fieldset>
      <ConsentField name="terms" label={t('web.join.terms')} text={textOf('terms')} />
    </Form>
  );
}

function faultsOf(
  data: FormData,
  joinedCount: number,
  t: (key: MessageKey) => string,
  networks: JoinedNetwork[],
): Faults {
  const faults: Faults = {};
  if (textIn(data, 'givenName') === '') faults.givenName = t('web.join.givenNameFault');
  if (!/^(19|20)\d\d$/.test(textIn(data, 'birthYear'))) faults.birthYear = t('web.join.birthYearFault');
  if (joinedCount === 0) faults[`network:${networks[0] ?? 'paris'}`] = t('web.join.networksFault');
  if (!data.has('terms')) faults.terms = t('web.join.termsFault');
  return faults;
}

interface ConsentFieldProps {
  name: string;
  label: string;
  defaultChecked?: boolean;
  text: ConsentShown | undefined;
}

/** A consent that is never ticked beforehand, unless the person asked for that very network, with its text at hand. */
function ConsentField({ name, label, defaultChecked, text }: ConsentFieldProps) {
  const { t } = useText();
  return (
    <CheckboxField name={name} label={label} defaultChecked={defaultChecked}>
      {text && (
        <Disclosure summary={t('web.join.readText')}>
          <ConsentBody text={text} />
        </Disclosure>
      )}
    </CheckboxField>
  );
}
