import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useReadAgain } from '../api/viewer.js';
import { execute } from '../api/execute.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { Prospect } from '../public/session-action.js';
import type { SessionData } from '../public/session-data.js';
import { useSession } from '../public/use-session.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import { KnownPerson } from './known-person.js';
import {
  AcceptDocument,
  DeclineDocument,
  InvitationDocument,
  invitationPath,
  type InvitationData,
} from './pair-data.js';
import { SessionSummary } from './session-summary.js';

/** Where a friend answers an invitation, by the link of a mail or by typing the code. */
export default function InvitationPage() {
  const { code } = useParams();
  return (
    <MoreMessages area="web-seats">
      <div className="wrap narrow stack">{code ? <ByCode key={code} code={code} /> : <CodeForm />}</div>
    </MoreMessages>
  );
}

function CodeForm() {
  const { t } = useText();
  const navigate = useNavigate();
  const form = useForm({
    check: (data) => (textIn(data, 'code') ? {} : { code: t('seats.invitation.codeMissing') }),
    send: async (data) => navigate(invitationPath(encodeURIComponent(textIn(data, 'code')))),
  });
  return (
    <>
      <PageTitle title={t('seats.invitation.title')} />
      <Form form={form} label={t('seats.invitation.title')} submit={t('seats.invitation.open')}>
        <TextField name="code" label={t('seats.invitation.code')} autoComplete="off" autoCapitalize="characters" />
      </Form>
    </>
  );
}

function ByCode({ code }: { code: string }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['invitation-of', code],
    queryFn: async () => (await execute(InvitationDocument, { code })).pairInvitation,
  });
  return (
    <QueryState query={query} titled>
      {(found) =>
        found ? (
          <OfSession invitation={found} sessionId={found.session.id} />
        ) : (
          <>
            <PageTitle title={t('seats.invitation.unknown')} />
            <Notice tone="warn" title={t('seats.invitation.unknownText')} />
          </>
        )
      }
    </QueryState>
  );
}

function OfSession({ invitation, sessionId }: { invitation: InvitationData; sessionId: string }) {
  const { t } = useText();
  const session = useSession(sessionId, false);
  return (
    <QueryState query={session} titled>
      {(found) =>
        found && (
          <KnownPerson
            session={found}
            title={t('seats.invitation.title')}
            intro={
              <>
                <SessionSummary session={found} />
                <p>{t('seats.invitation.from', { name: invitation.inviterName })}</p>
              </>
            }
          >
            <PageTitle title={t('seats.invitation.title')} section={found.course.title} />
            <SessionSummary session={found} />
            <Answer invitation={invitation} session={found} />
          </KnownPerson>
        )
      }
    </QueryState>
  );
}

function Answer({ invitation, session }: { invitation: InvitationData; session: SessionData }) {
  const { t } = useText();
  const navigate = useNavigate();
  const readAgain = useReadAgain();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ message: string; isOverlap: boolean } | null>(null);
  const [declined, setDeclined] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { code, inviterName, isMine, state } = invitation;

  const run = (work: () => Promise<void>) => async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const accept = run(async () => {
    const variables = { code, confirmOverlap: refused?.isOverlap ?? session.mine.overlap !== null };
    const { acceptPairInvitation: answer } = await execute(AcceptDocument, variables);
    if (answer.__typename === 'Enrolment') {
      await readAgain();
      await navigate(`/moi/reservations/${answer.id}?fait=1`, { replace: true });
    } else {
      const isOverlap = answer.__typename === 'EnrolmentRefused' && answer.reason === 'OVERLAP_NOT_CONFIRMED';
      setRefused({ message: answer.message, isOverlap });
    }
  });
  const decline = run(async () => {
    const { declinePairInvitation: answer } = await execute(DeclineDocument, { code });
    if (answer.__typename === 'PairRefused') return setRefused({ message: answer.message, isOverlap: false });
    setDeclined(true);
    announce(t('seats.invitation.declined'));
  });

  if (declined) return <Notice tone="good" title={t('seats.invitation.declined')} />;
  if (isMine) return <Notice title={t('seats.invitation.mine', { code })} />;
  if (state === 'withdrawn') return <Notice tone="warn" title={t('seats.invitation.withdrawn')} />;
  if (state !== 'open') return <Notice tone="warn" title={t('seats.invitation.answered')} />;
  const label = refused?.isOverlap
    ? 'seats.invitation.overlap'
    : session.mine.wouldWait
      ? 'seats.invitation.acceptQueue'
      : 'seats.invitation.accept';
  return (
    <>
      <p>{t('seats.invitation.from', { name: inviterName })}</p>
      <p>{t('seats.pair.noSeat')}</p>
      {session.mine.wouldWait && <Prospect mine={session.mine} />}
      {error !== null && <Failure error={error} />}
      {refused && <Notice tone="warn" role="alert" title={refused.message} />}
      <div className="form-actions">
        <Button busy={busy} onClick={() => void accept()}>
          {t(label)}
        </Button>
        <Button look="quiet" busy={busy} onClick={() => void decline()}>
          {t('seats.invitation.decline')}
        </Button>
      </div>
    </>
  );
}
