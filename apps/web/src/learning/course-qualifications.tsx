import { useQuery } from '@tanstack/react-query';
import { useViewer } from '../api/viewer.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { Section, Tag } from '../ui/panels.js';
import { CourseChanges } from './course-changes.js';
import { CourseMaterials } from './course-materials.js';
import { courseQualificationsQuery } from './qualifications-data.js';

/** The files of a course, and what it has to do with qualifications; nothing at all when it has neither. */
export default function CourseQualifications({ slug }: { slug: string }) {
  return (
    <MoreMessages area="web-learning">
      <CourseMaterials slug={slug} />
      <Lists slug={slug} />
      <CourseChanges slug={slug} />
    </MoreMessages>
  );
}

function Lists({ slug }: { slug: string }) {
  const { t } = useText();
  const { data: viewer } = useViewer();
  const { data } = useQuery(courseQualificationsQuery(slug));
  if (!data) return null;
  const { required, earns, renews } = data;
  return (
    <>
      {required.length > 0 && (
        <Section title={t('learn.course.required')}>
          <ul>
            {required.map(({ qualification: { id, name, locale }, state }) => (
              <li key={id}>
                <span lang={locale}>{name}</span>{' '}
                {viewer?.volunteer &&
                  (state === 'valid' || state === 'ending' ? (
                    <Tag tone="good">{t('learn.course.has')}</Tag>
                  ) : (
                    <Tag tone="warn">{t('learn.course.hasNot')}</Tag>
                  ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Counts title={t('learn.course.earns')} list={earns} />
      <Counts title={t('learn.course.renews')} list={renews} />
    </>
  );
}

interface Counted {
  id: string;
  name: string;
  locale: string;
  description: string;
  validMonths: number | null;
}

function Counts({ title, list }: { title: string; list: readonly Counted[] }) {
  const { t } = useText();
  if (list.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {list.map(({ id, name, locale, validMonths }) => (
          <li key={id}>
            <span lang={locale}>{name}</span>
            {validMonths !== null && (
              <span className="hint learn-under">{t('learn.course.months', { months: validMonths })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
