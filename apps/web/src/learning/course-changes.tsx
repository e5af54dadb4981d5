import { useQuery } from '@tanstack/react-query';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { Section } from '../ui/panels.js';
import { noonOf } from './qualifications-data.js';
import { changesQuery } from './survey-data.js';

/** What was changed in a course because of what people said; nothing at all as long as nothing was. */
export function CourseChanges({ slug }: { slug: string }) {
  const { t } = useText();
  const { day } = useDates();
  const { data } = useQuery(changesQuery(slug));
  if (!data || data.length === 0) return null;
  return (
    <Section title={t('learn.changes')}>
      <ul>
        {data.map(({ id, changedOn, text, after }) => (
          <li key={id}>
            <strong>{day(noonOf(changedOn))}</strong> – {text}
            {after && <span className="hint learn-under">{t('learn.changes.after', { day: day(after) })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
