import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { inGroups, useDuration } from '../recognition/duration.js';
import { certificateQuery, share, type MyCertificate } from '../recognition/record-data.js';
import { brand } from '../shell/brand.js';
import { Sign } from '../shell/wordmark.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice, Section } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';
import '../styles/recognition.css';

// The drawing of square codes is heavy, and the words of the sheet do not wait for it.
const QrCode = lazy(async () => ({ default: (await import('./qr.js')).QrCode }));

/** One certificate as a sheet that can be printed in any language, and the ways to keep and show it. */
export default function CertificatePage() {
  const { id = '' } = useParams();
  const query = useQuery(certificateQuery(id));
  return (
    <MoreMessages area="web-recognition">
      <QueryState query={query} lines={10} titled>
        {(certificate) => <Certificate certificate={certificate} />}
      </QueryState>
    </MoreMessages>
  );
}

function Certificate({ certificate }: { certificate: MyCertificate }) {
  const { t } = useText();
  const { day } = useDates();
  const { revokedAt, revocation, revocationNote, courseTitle } = certificate;
  return (
    <>
      <div className="no-print">
        <PageTitle title={courseTitle} section={t('recog.title')} />
      </div>
      {revokedAt && (
        <Notice tone="bad" title={t('recog.revokedTitle')}>
          <p>{t('recog.revokedOn', { day: day(revokedAt), reason: revocation ?? '' })}</p>
          {revocationNote && <p>{t('recog.note', { note: revocationNote })}</p>}
        </Notice>
      )}
      {!revokedAt && <Paper certificate={certificate} />}
      {!revokedAt && <Keep certificate={certificate} />}
      <p className="no-print">
        <Link to="/moi/attestations">{t('recog.back')}</Link>
      </p>
    </>
  );
}

function Paper({ certificate }: { certificate: MyCertificate }) {
  const { t } = useText();
  const { day, span } = useDates();
  const words = useWords();
  const duration = useDuration();
  const { holderName, courseTitle, courseLocale, networks, partnerName, dates, minutes, issuedAt } = certificate;
  return (
    <article className={`paper ${networks.join(' ')}`} aria-label={t('recog.paper.heading')}>
      <p className="paper-brand">
        <Sign size={30} /> {brand.name}
      </p>
      <h2 className="paper-title">{t('recog.paper.heading')}</h2>
      <p className="muted">{t('recog.paper.certifies', { brand: brand.name })}</p>
      <p className="paper-name">
        <bdi>{holderName}</bdi>
      </p>
      <p className="muted">{t('recog.paper.attended')}</p>
      <h3 className="paper-course" lang={courseLocale}>
        <bdi>{courseTitle}</bdi>
      </h3>
      <p>{words.list(networks.map(words.network))}</p>
      <dl className="paper-facts">
        <dt>{t('recog.dates', { count: dates.length })}</dt>
        {dates.map(({ startsAt, endsAt, minutes: there }) => (
          <dd key={startsAt}>
            {span(startsAt, endsAt)}
            {there * 60_000 < Date.parse(endsAt) - Date.parse(startsAt) && ` (${duration(there)})`}
          </dd>
        ))}
        <dt>{t('recog.time')}</dt>
        <dd>{duration(minutes)}</dd>
        {partnerName && (
          <>
            <dt>{t('recog.partner')}</dt>
            <dd>{partnerName}</dd>
          </>
        )}
        <dt>{t('recog.issued')}</dt>
        <dd>{day(issuedAt)}</dd>
      </dl>
      <div className="paper-proof">
        <Suspense fallback={<div className="qr" />}>
          <QrCode text={certificate.verifyUrl} label={t('recog.paper.qr')} />
        </Suspense>
        <div className="stack tight">
          <p>{t('recog.paper.verify')}</p>
          <p className="paper-code" dir="ltr">
            <code>{inGroups(certificate.code)}</code>
          </p>
          <p dir="ltr" className="paper-url">
            <a href={certificate.verifyUrl}>{certificate.verifyUrl}</a>
          </p>
          <p className="small muted">{t('recog.paper.meaning')}</p>
        </div>
      </div>
    </article>
  );
}

function Keep({ certificate: { id, hasPdf, verifyUrl, shared } }: { certificate: MyCertificate }) {
  const { t } = useText();
  const file = `/recognition/certificates/${id}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(verifyUrl);
    announce(t('recog.copied'));
  };
  return (
    <div className="no-print stack">
      <Section title={t('recog.get')}>
        {!hasPdf && <p>{t('recog.noPdf')}</p>}
        <div className="row">
          {hasPdf && (
            <>
              <a className="button" href={`${file}.pdf`}>
                <Icon name="download" size={22} />
                {t('recog.pdf')}
              </a>
              <a className="button secondary" href={`${file}.pdf?grand=1`}>
                {t('recog.pdfLarge')}
              </a>
            </>
          )}
          <Button look={hasPdf ? 'quiet' : 'primary'} onClick={() => window.print()}>
            {t('recog.print')}
          </Button>
          <Button look="quiet" onClick={() => void copy()}>
            <Icon name="copy" size={20} />
            {t('recog.copy')}
          </Button>
        </div>
        <p className="hint">{t('recog.badgeHint')}</p>
        <div>
          <a className="button secondary small" href={`${file}.jwt`} download>
            {t('recog.badge')}
          </a>
        </div>
      </Section>
      <Sharing id={id} shared={shared} />
    </div>
  );
}

function Sharing({ id, shared }: { id: string; shared: boolean }) {
  const { t } = useText();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => share(id, !shared),
    onSuccess: async (refused) => {
      await client.invalidateQueries({ queryKey: ['record'] });
      announce(refused ?? t(shared ? 'recog.unshared' : 'recog.shared'));
    },
  });
  return (
    <div className="card stack tight">
      <p>{t(shared ? 'recog.shareOn' : 'recog.shareOff')}</p>
      {act.error && <Failure error={act.error} />}
      <div>
        <Button small look="secondary" busy={act.isPending} onClick={() => act.mutate()}>
          {t(shared ? 'recog.unshare' : 'recog.share')}
        </Button>
      </div>
    </div>
  );
}
