import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useText, type MessageKey } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { Button, DataTable, Empty, PageTitle, QueryState, Section, Tag } from '../../ui/index.js';
import { moderate, resultsQuery, type SurveyResults as Results } from './survey-data.js';

/** What people said after a session, as far as it is nobody's in particular. */
export function SurveyResults() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery(resultsQuery(id));
  return (
    <>
      <PageTitle title={t('teach.survey.link')} section={t('staff.sheet.title')} />
      <QueryState query={query}>
        {(results) =>
          results.answers === 0 ? (
            <Empty title={t('teach.survey.few')} />
          ) : (
            <>
              <p>{t('teach.survey.count', { count: results.answers })}</p>
              <Questions results={results} />
              <Comments results={results} sessionId={id} />
            </>
          )
        }
      </QueryState>
    </>
  );
}

function Questions({ results: { questions } }: { results: Results }) {
  const { t } = useText();
  const words = useWords();
  return (
    <DataTable
      caption={t('teach.survey.title')}
      captionHidden
      rows={questions}
      rowKey={({ question }) => question}
      columns={[
        { title: t('teach.survey.question'), cell: ({ question }) => question },
        { title: t('teach.survey.average'), number: true, cell: ({ average }) => words.number(average) },
        { title: t('teach.survey.spread'), cell: ({ counts }) => counts.join(' · ') },
      ]}
    />
  );
}

const states: Record<Results['comments'][number]['state'], MessageKey> = {
  waiting: 'teach.survey.waiting',
  shown: 'teach.survey.shown',
  hidden: 'teach.survey.hidden',
};

function Comments({ results: { comments, mayModerate }, sessionId }: { results: Results; sessionId: string }) {
  const { t } = useText();
  const client = useQueryClient();
  const decide = async (id: string, state: 'shown' | 'hidden'): Promise<void> => {
    await moderate(id, state);
    await client.invalidateQueries({ queryKey: resultsQuery(sessionId).queryKey });
  };
  return (
    <Section title={t('teach.survey.comments')}>
      {comments.length === 0 ? (
        <p className="muted">{t('teach.survey.noComments')}</p>
      ) : (
        <ul role="list" className="rows">
          {comments.map(({ id, comment, state }) => (
            <li key={id} className="stack tight">
              <p>{comment}</p>
              {mayModerate && (
                <div className="row">
                  <Tag tone={state === 'waiting' ? 'warn' : undefined}>{t(states[state])}</Tag>
                  {state !== 'shown' && (
                    <Button small look="secondary" onClick={() => void decide(id, 'shown')}>
                      {t('teach.survey.show')}
                    </Button>
                  )}
                  {state !== 'hidden' && (
                    <Button small look="quiet" onClick={() => void decide(id, 'hidden')}>
                      {t('teach.survey.hide')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
