import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { Section } from '../ui/panels.js';
import { mySurveysQuery } from './survey-data.js';

/** The surveys that a person may still answer; nothing at all when there are none. */
export function OpenSurveys() {
  const { t } = useText();
  const { day } = useDates();
  const { data } = useQuery(mySurveysQuery);
  if (!data || data.length === 0) return null;
  return (
    <Section title={t('learn.survey.title')}>
      <ul role="list" className="rows">
        {data.map(({ token, courseTitle, startsAt }) => (
          <li key={token} className="row apart">
            <span>
              {courseTitle}
              <span className="hint learn-under">{day(startsAt)}</span>
            </span>
            <Link to={`/avis/${token}`}>
              {t('learn.survey.give')}
              <span className="visually-hidden"> – {courseTitle}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
