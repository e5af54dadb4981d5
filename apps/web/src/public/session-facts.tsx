import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { Facts } from '../ui/panels.js';
import type { IconName } from '../ui/icons.js';
import type { SessionData } from './session-data.js';

interface Fact {
  icon: IconName;
  label: string;
  value: React.ReactNode;
}

type FactsOf = Pick<
  SessionData,
  | 'startsAt'
  | 'endsAt'
  | 'dates'
  | 'mode'
  | 'place'
  | 'onlineUrl'
  | 'trainers'
  | 'partner'
  | 'languages'
  | 'accessibility'
>;

/** When, where, who, in which language, how one gets in. */
export function SessionFacts({ session }: { session: FactsOf }) {
  const { t } = useText();
  const { span } = useDates();
  const words = useWords();
  const first = session.dates[0] ?? session;
  const given = [...session.trainers, ...(session.partner ? [session.partner.name] : [])];
  const facts: Fact[] = [
    {
      icon: 'calendar',
      label: t('web.session.when'),
      value: <time dateTime={first.startsAt}>{span(first.startsAt, first.endsAt)}</time>,
    },
    {
      icon: session.mode === 'online' ? 'screen' : 'place',
      label: t('web.session.where'),
      value: <Where session={session} />,
    },
  ];
  if (given.length > 0) facts.push({ icon: 'person', label: t('web.session.trainers'), value: words.list(given) });
  facts.push({
    icon: 'language',
    label: t('web.session.languages'),
    value: words.list(session.languages.map(words.language)),
  });
  const access = accessOf(session);
  if (access.length > 0) {
    facts.push({ icon: 'access', label: t('web.session.access'), value: words.list(access.map(words.accessibility)) });
  }
  return (
    <div className="card">
      <Facts facts={facts} />
    </div>
  );
}

function accessOf({ accessibility, place }: FactsOf): string[] {
  const codes = [...accessibility];
  if (place?.stepFree) codes.push('step-free');
  if (place?.hearingLoop) codes.push('hearing-loop');
  return [...new Set(codes)];
}

function Where({ session: { mode, place, onlineUrl } }: { session: FactsOf }) {
  const { t } = useText();
  if (mode === 'online') {
    return onlineUrl ? <a href={onlineUrl}>{t('web.session.join')}</a> : t('web.session.onlineLater');
  }
  if (!place) return t('web.session.placeLater');
  return (
    <>
      <strong>{place.name}</strong>
      <br />
      {place.address}
      {place.accessDetails && (
        <>
          <br />
          <span className="muted">{place.accessDetails}</span>
        </>
      )}
    </>
  );
}
