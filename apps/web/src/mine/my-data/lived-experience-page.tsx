import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { Link } from 'react-router';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useDates } from '../../i18n/dates.js';
import { MoreMessages, useLocale } from '../../i18n/provider.js';
import { useText } from '../../i18n/text.js';
import { ConsentBody } from '../../public/consent-text.js';
import {
  announce,
  CheckboxField,
  ChoiceGroup,
  ConfirmButton,
  Form,
  PageTitle,
  QueryState,
  Section,
  TextArea,
  textIn,
  useForm,
} from '../../ui/index.js';

const LivedDocument = graphql(`
  query MyLivedExperience {
    livedExperienceText {
      version
      locale
      body
    }
    myLivedExperience {
      words
      purposes
      readings {
        at
        purpose
      }
    }
  }
`);
type Told = ResultOf<typeof LivedDocument>;

const SaveDocument = graphql(`
  mutation SaveLivedExperience($input: LivedExperienceInput!) {
    saveLivedExperience(input: $input) {
      words
    }
  }
`);

const WithdrawDocument = graphql(`
  mutation WithdrawLivedExperience {
    withdrawLivedExperience
  }
`);

const purposes = ['training', 'advice'] as const;

/** What I want to tell of my own experience of homelessness, under a text of its own; gone as soon as I take it back. */
export default function LivedExperiencePage() {
  return (
    <MoreMessages area="web-my-data">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const { locale } = useLocale();
  const query = useQuery({ queryKey: ['livedExperience', locale], queryFn: () => execute(LivedDocument), gcTime: 0 });
  return (
    <>
      <PageTitle title={t('myData.lived.title.page')} section={t('myData.title')} />
      <QueryState query={query}>
        {(told) => (
          <>
            <Section title={t('myData.lived.title')}>
              <ConsentBody text={{ purpose: 'lived-experience', ...told.livedExperienceText }} />
            </Section>
            <Tell key={told.myLivedExperience?.words} told={told} />
            {told.myLivedExperience && <Told readings={told.myLivedExperience.readings} />}
          </>
        )}
      </QueryState>
      <p>
        <Link to="/moi/donnees">{t('myData.title')}</Link>
      </p>
    </>
  );
}

function Tell({ told: { livedExperienceText: text, myLivedExperience: mine } }: { told: Told }) {
  const { t } = useText();
  const client = useQueryClient();
  const form = useForm({
    check: (data) => ({
      words: isTold(textIn(data, 'words')) ? undefined : t('myData.lived.wordsFault'),
      agree: data.has('agree') ? undefined : t('myData.lived.agreeFault'),
    }),
    send: async (data) => {
      const chosen = data.getAll('purposes');
      await execute(SaveDocument, {
        input: {
          words: textIn(data, 'words'),
          purposes: purposes.filter((purpose) => chosen.includes(purpose)),
          consentVersion: text.version,
        },
      });
      await client.invalidateQueries({ queryKey: ['livedExperience'] });
      announce(t('myData.lived.saved'));
    },
  });
  return (
    <Form form={form} label={t('myData.lived.title')} submit={t('myData.lived.save')}>
      <TextArea
        name="words"
        label={t('myData.lived.words')}
        hint={t('myData.lived.wordsHint')}
        rows={6}
        defaultValue={mine?.words}
        autoComplete="off"
      />
      <ChoiceGroup
        kind="checkbox"
        name="purposes"
        optional
        label={t('myData.lived.purposes')}
        choices={purposes.map((value) => ({ value, label: t(`myData.lived.purpose.${value}`) }))}
        chosen={mine?.purposes}
      />
      <CheckboxField name="agree" label={t('myData.lived.agree')} optional={false} />
    </Form>
  );
}

const isTold = (words: string): boolean => words.length > 0 && words.length <= 2000;

function Told({ readings }: { readings: NonNullable<Told['myLivedExperience']>['readings'] }) {
  const { t } = useText();
  const { moment } = useDates();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => execute(WithdrawDocument),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['livedExperience'] });
      announce(t('myData.lived.withdrawn'));
    },
  });
  return (
    <>
      <Section title={t('myData.lived.readings')}>
        {readings.length === 0 ? (
          <p>{t('myData.lived.noReadings')}</p>
        ) : (
          <ul>
            {readings.map(({ at, purpose }) => (
              <li key={at}>
                {t('myData.lived.reading', { when: moment(at), purpose: t(`myData.lived.purpose.${purpose}`) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <div>
        <ConfirmButton
          label={t('myData.lived.withdraw')}
          title={t('myData.lived.withdrawTitle')}
          confirm={t('myData.lived.withdraw')}
          onConfirm={() => withdraw.mutateAsync()}
        >
          <p>{t('myData.lived.withdrawText')}</p>
        </ConfirmButton>
      </div>
    </>
  );
}
