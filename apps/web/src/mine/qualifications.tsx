import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { MoreMessages } from '../i18n/provider.js';
import { useDates } from '../i18n/dates.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { MissedDates } from '../learning/missed-dates.js';
import { OpenSurveys } from '../learning/open-surveys.js';
import { learningQuery, noonOf, type MyQualification } from '../learning/qualifications-data.js';
import { PageTitle } from '../ui/page-title.js';
import { Section, Tag, type Tone } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';

/** What a person may do thanks to her trainings, how far she is with the rest, and what she has to make up. */
export default function QualificationsPage() {
  return (
    <MoreMessages area="web-learning">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const query = useQuery(learningQuery);
  return (
    <>
      <PageTitle title={t('learn.title')} section={t('mine.nav.title')} />
      <QueryState query={query} lines={8}>
        {({ myQualifications, myMissedDates }) => (
          <>
            <MissedDates dates={myMissedDates} />
            <OpenSurveys />
            <p>
              <Link to="/moi/appels">{t('learn.calls')}</Link>
            </p>
            <Section title={t('learn.mine')}>
              {myQualifications.length === 0 ? (
                <Empty title={t('learn.none')} />
              ) : (
                <ul role="list" className="stack">
                  {inOrder(myQualifications).map((mine) => (
                    <li key={mine.qualification.id}>
                      <Card mine={mine} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </QueryState>
    </>
  );
}

/** What needs something done first, then what she has, what she is on the way to, and the rest. */
function inOrder(all: readonly MyQualification[]): MyQualification[] {
  const rank = ({ state, have }: MyQualification): number =>
    state === 'ending' ? 0 : state === 'ended' ? 1 : state === 'valid' ? 2 : have > 0 ? 3 : 4;
  return [...all].sort((a, b) => rank(a) - rank(b));
}

const tones: Record<MyQualification['state'], Tone | undefined> = {
  valid: 'good',
  ending: 'warn',
  ended: 'warn',
  none: undefined,
};

const states: Record<MyQualification['state'], MessageKey> = {
  valid: 'learn.state.valid',
  ending: 'learn.state.ending',
  ended: 'learn.state.ended',
  none: 'learn.state.none',
};

const units: Record<MyQualification['qualification']['needs'], MessageKey> = {
  courses: 'learn.progress.courses',
  days: 'learn.progress.days',
  hours: 'learn.progress.hours',
};

function Card({ mine }: { mine: MyQualification }) {
  const { t } = useText();
  const { day } = useDates();
  const { qualification, state, validUntil, have, needed } = mine;
  const { name, description, locale, needs, earnedBy, renewedBy, requiredBy } = qualification;
  const has = state === 'valid' || state === 'ending';
  const key = state === 'none' && have === 0 ? 'learn.state.notBegun' : states[state];
  return (
    <section className="card stack tight" aria-label={name}>
      <div className="row apart">
        <h3 lang={locale}>{name}</h3>
        <Tag tone={tones[state]}>{t(key)}</Tag>
      </div>
      {description && <p lang={locale}>{description}</p>}
      {has && <p>{validUntil ? t('learn.until', { day: day(noonOf(validUntil)) }) : t('learn.forEver')}</p>}
      {state === 'ended' && validUntil && <p>{t('learn.endedOn', { day: day(noonOf(validUntil)) })}</p>}
      {!has && <Progress have={have} needed={needed} label={t(units[needs], { have, needed })} />}
      {!has && <Courses title={t('learn.earnedBy')} courses={earnedBy} lang={locale} />}
      {(state === 'ending' || state === 'ended') && (
        <Courses title={t('learn.renewedBy')} courses={renewedBy} lang={locale} />
      )}
      <Courses title={t('learn.opens')} courses={requiredBy} lang={locale} />
    </section>
  );
}

/** The words say it; the bar repeats them. */
function Progress({ have, needed, label }: { have: number; needed: number; label: string }) {
  return (
    <div className="learn-progress">
      <progress max={needed} value={have} aria-label={label} />
      <span aria-hidden="true">{label}</span>
    </div>
  );
}

function Courses({
  title,
  courses,
  lang,
}: {
  title: string;
  courses: MyQualification['qualification']['earnedBy'];
  lang: string;
}) {
  if (courses.length === 0) return null;
  return (
    <div>
      <p className="hint">{title}</p>
      <ul>
        {courses.map(({ id, slug, title: name }) => (
          <li key={id}>
            <Link to={`/formations/${slug}`} lang={lang}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
