import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { MoreMessages } from '../i18n/provider.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { ButtonLink } from '../ui/button.js';
import { ChoiceGroup, TextArea } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import { answerSurvey, surveyQuery, type Survey } from './survey-data.js';

/** Three questions and a free text, answered once by whoever holds the link. */
export default function SurveyPage() {
  return (
    <MoreMessages area="web-learning">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const { token = '' } = useParams();
  const query = useQuery({ ...surveyQuery(token), refetchOnWindowFocus: false });
  return (
    <div className="wrap narrow">
      <div className="stack loose">
        <PageTitle title={t('learn.survey.title')} section={query.data?.courseTitle} />
        <QueryState query={query}>
          {(survey) =>
            survey ? <Known survey={survey} token={token} /> : <Notice title={t('learn.survey.invalid')} />
          }
        </QueryState>
      </div>
    </div>
  );
}

function Known({ survey, token }: { survey: Survey; token: string }) {
  const { t } = useText();
  const { day } = useDates();
  const [done, setDone] = useState<'taken' | 'too-late' | null>(null);
  const { courseTitle, courseSlug, startsAt, open, answered } = survey;
  return (
    <>
      <p className="lede">
        {courseTitle}, {day(startsAt)}
      </p>
      {done === 'taken' ? (
        <Notice tone="good" title={t('learn.survey.thanks')}>
          <p>{t('learn.survey.thanksText')}</p>
        </Notice>
      ) : answered || done === 'too-late' ? (
        <Notice title={t('learn.survey.answered')} />
      ) : open ? (
        <Questions survey={survey} token={token} onDone={(taken) => setDone(taken ? 'taken' : 'too-late')} />
      ) : (
        <Notice title={t('learn.survey.closed')} />
      )}
      <div>
        <ButtonLink small look="secondary" to={`/formations/${courseSlug}`}>
          {t('learn.survey.course')}
        </ButtonLink>
      </div>
    </>
  );
}

const GRADES = [1, 2, 3, 4, 5] as const;

interface QuestionsProps {
  survey: Survey;
  token: string;
  onDone: (taken: boolean) => void;
}

function Questions({ survey: { questions }, token, onDone }: QuestionsProps) {
  const { t } = useText();
  const names = questions.map((_, at) => `question${at}`);
  const form = useForm({
    check: (data) =>
      Object.fromEntries(names.filter((name) => !textIn(data, name)).map((name) => [name, t('learn.survey.missing')])),
    send: async (data) => {
      const ratings = names.map((name) => Number(textIn(data, name)));
      const taken = await answerSurvey({ token, ratings, comment: textIn(data, 'comment') });
      onDone(taken);
      announce(t(taken ? 'learn.survey.thanks' : 'learn.survey.answered'));
    },
  });
  return (
    <Form form={form} label={t('learn.survey.title')} submit={t('learn.survey.send')}>
      <p>{t('learn.survey.anonymous')}</p>
      {questions.map((question, at) => (
        <ChoiceGroup
          key={question}
          kind="radio"
          name={names[at] ?? ''}
          label={question}
          choices={GRADES.map((grade) => ({ value: String(grade), label: t(`learn.survey.grade.${grade}`) }))}
        />
      ))}
      <TextArea
        name="comment"
        optional
        maxLength={2000}
        label={t('learn.survey.comment')}
        hint={t('learn.survey.commentHint')}
      />
    </Form>
  );
}
