import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { execute } from '../api/execute.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { NotFound } from '../public/not-found.js';
import { sessionPath, type SessionData } from '../public/session-data.js';
import { useSession } from '../public/use-session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';
import { Invitation } from './invitation.js';
import { KnownPerson } from './known-person.js';
import { InviteDocument, MyInvitationDocument } from './pair-data.js';
import { SessionSummary } from './session-summary.js';

/** Inviting somebody to come to a session together. */
export default function PairPage() {
  return (
    <MoreMessages area="web-seats">
      <Pair />
    </MoreMessages>
  );
}

function Pair() {
  const { id = '' } = useParams();
  const { t } = useText();
  const session = useSession(id);
  return (
    <div className="wrap narrow stack">
      <QueryState query={session} titled>
        {(found) =>
          found ? (
            <KnownPerson
              session={found}
              title={t('seats.pair.title')}
              intro={
                <>
                  <SessionSummary session={found} />
                  <p>{t('seats.pair.lede')}</p>
                </>
              }
            >
              <Desk session={found} />
            </KnownPerson>
          ) : (
            <NotFound />
          )
        }
      </QueryState>
    </div>
  );
}

function Desk({ session }: { session: SessionData }) {
  const { t } = useText();
  const { enrolment } = session.mine;
  const query = useQuery({
    queryKey: ['invitation', session.id, enrolment?.id],
    queryFn: async () => (await execute(MyInvitationDocument, { id: session.id })).session?.myInvitation ?? null,
  });
  const held = enrolment && ['enrolled', 'offered', 'waiting'].includes(enrolment.status);
  return (
    <>
      <PageTitle title={t('seats.pair.title')} section={session.course.title} />
      <SessionSummary session={session} />
      {held ? (
        <Notice tone="good" role="status" title={t('seats.pair.done')}>
          <ButtonLink small to={`/moi/reservations/${enrolment.id}`}>
            {t('web.session.myBooking')}
          </ButtonLink>
        </Notice>
      ) : (
        <QueryState query={query} lines={4}>
          {(invitation) =>
            invitation ? <Invitation invitation={invitation} sessionId={session.id} /> : <Invite session={session} />
          }
        </QueryState>
      )}
    </>
  );
}

function Invite({ session }: { session: SessionData }) {
  const { t } = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const invite = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setRefused(null);
    try {
      const { invitePair } = await execute(InviteDocument, { sessionId: session.id });
      if (invitePair.__typename === 'EnrolmentRefused') setRefused(invitePair.message);
      else await client.invalidateQueries({ queryKey: ['invitation', session.id] });
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{t('seats.pair.lede')}</p>
      <p>{t('seats.pair.noSeat')}</p>
      {error !== null && <Failure error={error} />}
      {refused && <Notice tone="warn" role="alert" title={refused} />}
      <div className="form-actions">
        <Button busy={busy} onClick={() => void invite()}>
          {t('seats.pair.invite')}
        </Button>
        <ButtonLink look="quiet" to={`${sessionPath({ id: session.id, courseSlug: session.course.slug })}/reserver`}>
          {t('seats.pair.alone')}
        </ButtonLink>
      </div>
    </>
  );
}
