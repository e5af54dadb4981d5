import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { Button, Failure, Notice, PageTitle, QueryState } from '../ui/index.js';

const ListLinkDocument = graphql(`
  query ListLink($token: String!) {
    listLink(token: $token) {
      network
      refused
    }
  }
`);
const AnswerDocument = graphql(`
  mutation AnswerListLink($token: String!, $refused: Boolean!) {
    answerListLink(token: $token, refused: $refused) {
      network
      refused
    }
  }
`);

/** The page that leads out of a mailing list. To open it changes nothing. */
export default function LeaveListPage() {
  return (
    <MoreMessages area="web-people">
      <LeaveList />
    </MoreMessages>
  );
}

function LeaveList() {
  const { t } = useText();
  const words = useWords();
  const { token = '' } = useParams();
  const [answer, setAnswer] = useState<{ refused: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const query = useQuery({
    queryKey: ['list-link', token],
    queryFn: async () => (await execute(ListLinkDocument, { token })).listLink,
  });
  const say = async (refused: boolean): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setAnswer((await execute(AnswerDocument, { token, refused })).answerListLink);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="wrap narrow stack">
      <PageTitle title={t('people.leave.title')} />
      {error !== null && <Failure error={error} />}
      <QueryState query={query}>
        {(link) => {
          if (!link) return <Notice tone="warn" title={t('people.leave.unknown')} />;
          const refused = answer?.refused ?? link.refused;
          return (
            <>
              {refused || answer ? (
                <Notice tone="good" role="status" title={t(refused ? 'people.leave.done' : 'people.leave.again')} />
              ) : (
                <p>{t('people.leave.ask', { network: words.network(link.network) })}</p>
              )}
              <p>{t('people.leave.kept')}</p>
              <div>
                <Button busy={busy} look={refused ? 'secondary' : 'primary'} onClick={() => void say(!refused)}>
                  {t(refused ? 'people.leave.back' : 'people.leave.leave')}
                </Button>
              </div>
            </>
          );
        }}
      </QueryState>
    </div>
  );
}
