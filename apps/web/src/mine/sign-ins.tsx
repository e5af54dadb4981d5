import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { Tag } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';

const SignInsDocument = graphql(`
  query MySignIns {
    mySignIns {
      id
      device
      createdAt
      lastSeenAt
      current
    }
  }
`);

const RevokeSignInDocument = graphql(`
  mutation RevokeSignIn($id: ID!) {
    revokeSignIn(id: $id)
  }
`);

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Where I am signed in, and how to end that anywhere. */
export default function SignInsPage() {
  const { t } = useText();
  const { moment } = useDates();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['signIns'], queryFn: async () => (await execute(SignInsDocument)).mySignIns });
  const revoke = useMutation({
    mutationFn: (id: string) => execute(RevokeSignInDocument, { id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['signIns'] });
      announce(t('mine.signIns.revoked'));
    },
  });
  const signOut = useMutation({
    mutationFn: () => execute(SignOutDocument),
    // A full load: nothing that was read as this person stays in memory.
    onSuccess: () => window.location.assign('/'),
  });
  return (
    <>
      <PageTitle title={t('mine.signIns.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('mine.signIns.lede')}</p>
      {revoke.error && <Failure error={revoke.error} />}
      <QueryState query={query}>
        {(signIns) => (
          <ul role="list" className="rows">
            {signIns.map(({ id, device, createdAt, lastSeenAt, current }) => (
              <li key={id} className="row apart">
                <div className="row fixed">
                  <Icon name="device" />
                  <div>
                    <p>
                      <strong>{device || t('mine.signIns.unknown')}</strong>{' '}
                      {current && <Tag tone="good">{t('mine.signIns.current')}</Tag>}
                    </p>
                    <p className="hint">
                      {t('mine.signIns.since', { created: moment(createdAt), seen: moment(lastSeenAt) })}
                    </p>
                  </div>
                </div>
                {!current && (
                  <Button small look="danger" busy={revoke.isPending} onClick={() => revoke.mutate(id)}>
                    {t('mine.signIns.revoke')}
                    <span className="visually-hidden"> – {device}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      {signOut.error && <Failure error={signOut.error} />}
      <div>
        <Button look="secondary" busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('mine.signIns.signOut')}
        </Button>
      </div>
    </>
  );
}
