import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { noonOf } from '../../learning/qualifications-data.js';
import { changesQuery } from '../../learning/survey-data.js';
import { ConfirmButton, Empty, QueryState, Section, TextArea, TextField, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { addChange, questionsQuery, removeChange, saveQuestions } from './survey-data.js';

interface PanelProps {
  course: { id: string; slug: string };
}

const SHORTEST = 3;

/** What is asked after a course, and what was changed because of the answers. */
export function ListeningPanel({ course }: PanelProps) {
  return (
    <>
      <Questions course={course} />
      <Changes course={course} />
    </>
  );
}

function Questions({ course }: PanelProps) {
  const { t } = useText();
  const query = useQuery(questionsQuery(course.id));
  return (
    <Section title={t('teach.survey.questions')}>
      <p className="hint">{t('teach.survey.questionsHint')}</p>
      <QueryState query={query} lines={3}>
        {(questions) => (
          <>
            <ol>
              {questions.map(({ fr }) => (
                <li key={fr}>{fr}</li>
              ))}
            </ol>
            <div>
              <QuestionsDialog course={course} questions={questions} />
            </div>
          </>
        )}
      </QueryState>
    </Section>
  );
}

function QuestionsDialog({ course, questions }: PanelProps & { questions: readonly { fr: string; en: string }[] }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <DialogForm
      label={t('teach.survey.edit')}
      small
      title={t('teach.survey.edit')}
      submit={t('teach.survey.save')}
      check={(data) => {
        const short = questions.map((_, at) => `fr${at}`).filter((name) => textIn(data, name).length < SHORTEST);
        return Object.fromEntries(short.map((name) => [name, t('teach.survey.questionMissing')]));
      }}
      send={async (data) => {
        const wanted = questions.map((_, at) => ({ fr: textIn(data, `fr${at}`), en: textIn(data, `en${at}`) || null }));
        await saveQuestions({ courseId: course.id, questions: wanted });
        await client.invalidateQueries({ queryKey: questionsQuery(course.id).queryKey });
      }}
    >
      {questions.map(({ fr, en }, at) => (
        <div key={fr} className="stack">
          <TextField
            name={`fr${at}`}
            label={t('teach.survey.fr', { number: at + 1 })}
            maxLength={200}
            defaultValue={fr}
            autoComplete="off"
          />
          <TextField
            name={`en${at}`}
            optional
            label={t('teach.survey.en', { number: at + 1 })}
            maxLength={200}
            defaultValue={en}
            autoComplete="off"
          />
        </div>
      ))}
    </DialogForm>
  );
}

function Changes({ course }: PanelProps) {
  const { t } = useText();
  const { day } = useDates();
  const client = useQueryClient();
  const { queryKey, queryFn } = changesQuery(course.slug);
  const query = useQuery({ queryKey, queryFn });
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey });
  return (
    <Section title={t('teach.changes')}>
      <p className="hint">{t('teach.changes.hint')}</p>
      <QueryState query={query} lines={3}>
        {(changes) =>
          changes.length === 0 ? (
            <Empty title={t('teach.changes.none')} />
          ) : (
            <ul role="list" className="rows">
              {changes.map(({ id, changedOn, text }) => (
                <li key={id} className="row apart">
                  <span>
                    <strong>{day(noonOf(changedOn))}</strong> – {text}
                  </span>
                  <ConfirmButton
                    small
                    look="quiet"
                    label={t('teach.changes.remove')}
                    title={t('teach.changes.removeTitle')}
                    confirm={t('teach.changes.remove')}
                    onConfirm={async () => {
                      await removeChange(id);
                      await reload();
                    }}
                  >
                    <p>{t('teach.changes.removeText')}</p>
                  </ConfirmButton>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <div>
        <DialogForm
          label={t('teach.changes.add')}
          title={t('teach.changes.add')}
          submit={t('teach.changes.save')}
          check={(data): Record<string, string> =>
            textIn(data, 'text').length < SHORTEST ? { text: t('teach.changes.missing') } : {}
          }
          send={async (data) => {
            await addChange(course.id, textIn(data, 'text'));
            await reload();
          }}
        >
          <TextArea name="text" label={t('teach.changes.text')} maxLength={1000} />
        </DialogForm>
      </div>
    </Section>
  );
}
