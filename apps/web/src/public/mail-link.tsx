import { useMutation, useQuery } from '@tanstack/react-query';
import type { ResultOf, VariablesOf } from 'gql.tada';
import { Link, useParams } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useDates } from '../i18n/dates.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';
import { Deadline } from './deadline.js';
import { sessionPath } from './session-data.js';

const MailLinkFragment = graphql(`
  fragment MailLinkFields on MailLinkView {
    action
    open
    whyClosed
    enrolment {
      status
      courseTitle
      startsAt
      endsAt
      placeName
      offerDeadlineAt
      sessionId
      courseSlug
    }
  }
`);
type LinkData = ResultOf<typeof MailLinkFragment>;

const MailLinkDocument = graphql(
  `
    query MailLink($token: String!) {
      mailLink(token: $token) {
        ...MailLinkFields
      }
    }
  `,
  [MailLinkFragment],
);

const AnswerMailLinkDocument = graphql(
  `
    mutation AnswerMailLink($token: String!, $answer: MailLinkAnswer!) {
      answerMailLink(token: $token, answer: $answer) {
        __typename
        ...MailLinkFields
        ... on OfferRefused {
          message
        }
        ... on CancelRefused {
          message
        }
      }
    }
  `,
  [MailLinkFragment],
);
type Answer = VariablesOf<typeof AnswerMailLinkDocument>['answer'];

/** What a link of a mail is about, and the buttons that act. Opening the page changes nothing. */
export default function MailLinkPage() {
  const { t } = useText();
  const { token = '' } = useParams();
  const query = useQuery({
    queryKey: ['mailLink', token],
    queryFn: async () => (await execute(MailLinkDocument, { token })).mailLink,
  });
  return (
    <div className="wrap narrow stack">
      <QueryState query={query} titled>
        {(link) => (link ? <Opened token={token} link={link} /> : <Invalid title={t('web.link.invalid')} />)}
      </QueryState>
    </div>
  );
}

function Invalid({ title }: { title: string }) {
  const { t } = useText();
  return (
    <>
      <PageTitle title={title} />
      <p>{t('web.link.invalidHint')}</p>
      <div>
        <ButtonLink to="/moi">{t('web.nav.mySpace')}</ButtonLink>
      </div>
    </>
  );
}

const outcomes: Partial<Record<LinkData['enrolment']['status'], MessageKey>> = {
  enrolled: 'web.link.enrolled',
  declined: 'web.link.declined',
  cancelled: 'web.link.cancelled',
};

function Opened({ token, link }: { token: string; link: LinkData }) {
  const { t } = useText();
  const answer = useMutation({
    mutationFn: async (given: Answer) =>
      (await execute(AnswerMailLinkDocument, { token, answer: given })).answerMailLink,
  });
  const result = answer.data;
  if (result?.__typename === 'MailLinkView') return <Done link={result} />;
  const accepting = link.action === 'accept_offer';
  return (
    <>
      <PageTitle title={t(accepting ? 'web.link.offerTitle' : 'web.link.cancelTitle')} />
      <About link={link} />
      {answer.error && <Failure error={answer.error} />}
      {result && <Notice tone="warn" title={result.message} role="alert" />}
      {!link.open && link.whyClosed && <Notice title={link.whyClosed} />}
      {link.open && !result && (
        <>
          {accepting && link.enrolment.offerDeadlineAt && <Deadline iso={link.enrolment.offerDeadlineAt} />}
          {!accepting && <p>{t('web.link.cancelHint')}</p>}
          <div className="row">
            {accepting ? (
              <>
                <Button busy={answer.isPending} onClick={() => answer.mutate('accept')}>
                  {t('web.link.accept')}
                </Button>
                <Button look="secondary" busy={answer.isPending} onClick={() => answer.mutate('decline')}>
                  {t('web.link.decline')}
                </Button>
              </>
            ) : (
              <Button look="danger" busy={answer.isPending} onClick={() => answer.mutate('cancel')}>
                {t('web.link.cancel')}
              </Button>
            )}
          </div>
        </>
      )}
      <SessionLink link={link} />
    </>
  );
}

function Done({ link }: { link: LinkData }) {
  const { t } = useText();
  return (
    <>
      <PageTitle title={t(outcomes[link.enrolment.status] ?? 'web.link.noted')} step="done" />
      <About link={link} />
      <SessionLink link={link} />
    </>
  );
}

function About({ link: { enrolment } }: { link: LinkData }) {
  const { span } = useDates();
  return (
    <div className="summary">
      <p>
        <strong>{enrolment.courseTitle}</strong>
      </p>
      <p>{span(enrolment.startsAt, enrolment.endsAt)}</p>
      {enrolment.placeName && <p className="muted">{enrolment.placeName}</p>}
    </div>
  );
}

function SessionLink({ link: { enrolment } }: { link: LinkData }) {
  const { t } = useText();
  return (
    <p>
      <Link to={sessionPath({ id: enrolment.sessionId, courseSlug: enrolment.courseSlug })}>
        {t('web.link.session')}
      </Link>
    </p>
  );
}
