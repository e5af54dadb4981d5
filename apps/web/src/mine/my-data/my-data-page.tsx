import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useDates } from '../../i18n/dates.js';
import { MoreMessages } from '../../i18n/provider.js';
import { useText } from '../../i18n/text.js';
import { announce, Button, Disclosure, Failure, Icon, Notice, PageTitle, QueryState, Section } from '../../ui/index.js';
import { Erase } from './erase.js';
import { History } from './history.js';
import { useListing, useMyData, WithdrawErasureDocument, type MyData } from './my-data-data.js';
import { RulesList } from './rules-list.js';

const SignOutDocument = graphql(`
  mutation SignOutToReturn {
    signOut
  }
`);

/** What the platform knows about me: to see, to take out, to erase. */
export default function MyDataPage() {
  return (
    <MoreMessages area="web-my-data">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const query = useMyData();
  return (
    <>
      <PageTitle title={t('myData.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('myData.lede')}</p>
      <QueryState query={query} lines={12}>
        {(data) => (
          <>
            {data.erasure?.isConfirmed && data.erasure.dueAt && <Pending dueAt={data.erasure.dueAt} />}
            {data.freshUntil === null && <SignInAgain />}
            <Export fresh={data.freshUntil !== null} />
            <Known data={data} />
            <History />
            <Section title={t('myData.lived.title')}>
              <p>{t('myData.lived.short')}</p>
              <p>
                <Link to="/moi/donnees/vecu">{t('myData.lived.link')}</Link>
              </p>
            </Section>
            {/* A wish that was taken back begins anew. */}
            <Erase key={String(data.erasure?.isConfirmed)} data={data} />
          </>
        )}
      </QueryState>
    </>
  );
}

function Pending({ dueAt }: { dueAt: string }) {
  const { t } = useText();
  const { day } = useDates();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => execute(WithdrawErasureDocument),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['myData'] });
      announce(t('myData.pending.withdrawn'));
    },
  });
  return (
    <Notice tone="warn" title={t('myData.pending.title', { day: day(dueAt) })}>
      <p>{t('myData.pending.text')}</p>
      {withdraw.error && <Failure error={withdraw.error} />}
      <div>
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('myData.pending.withdraw')}
        </Button>
      </div>
    </Notice>
  );
}

/** Signing in again means signing out first; the way leads back here. */
function SignInAgain() {
  const { t } = useText();
  const leave = useMutation({
    mutationFn: () => execute(SignOutDocument),
    onSuccess: () => window.location.assign('/connexion?retour=/moi/donnees'),
  });
  return (
    <Notice title={t('myData.again.text')}>
      {leave.error && <Failure error={leave.error} />}
      <div>
        <Button look="secondary" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t('myData.again.button')}
        </Button>
      </div>
    </Notice>
  );
}

function Export({ fresh }: { fresh: boolean }) {
  const { t } = useText();
  return (
    <Section title={t('myData.export.title')}>
      <p>{t('myData.export.text')}</p>
      {fresh && (
        <div>
          <a className="button" href="/my-data/export.zip" download>
            <Icon name="download" />
            {t('myData.export.button')}
          </a>
        </div>
      )}
    </Section>
  );
}

function Known({ data: { tables } }: { data: MyData }) {
  const { t } = useText();
  const listing = useListing();
  const filled = tables.filter(({ rows }) => rows > 0);
  const empty = tables.filter(({ rows }) => rows === 0).map(({ rule }) => rule.title);
  return (
    <Section title={t('myData.known.title')}>
      <RulesList
        rules={filled.map(({ rule }) => rule)}
        rows={new Map(filled.map(({ rule, rows }) => [rule.table, rows]))}
      />
      {empty.length > 0 && (
        <Disclosure summary={t('myData.known.nothing')}>
          <p>{listing(empty)}</p>
        </Disclosure>
      )}
    </Section>
  );
}
