import { Link } from 'react-router';
import { useText } from '../i18n/text.js';
import { MarkdownText } from '../ui/markdown-text.js';
import { Section, Tag } from '../ui/panels.js';

interface CourseTextProps {
  course: {
    description: string;
    material: string;
    locale: string;
    minimumAge: number;
    prerequisites: { id: string; slug: string; title: string; held: boolean | null }[];
  };
}

/** What one learns, for whom, what must come before, and the material in full as text. */
export function CourseText({ course }: CourseTextProps) {
  const { t } = useText();
  return (
    <>
      {course.description && (
        <Section title={t('web.course.learn')}>
          <MarkdownText source={course.description} lang={course.locale} />
        </Section>
      )}
      <Section title={t('web.course.forWhom')}>
        <p>{t('web.course.age', { age: course.minimumAge })}</p>
        <Prerequisites prerequisites={course.prerequisites} lang={course.locale} />
      </Section>
      {course.material && (
        <Section title={t('web.course.material')}>
          <details className="disclosure">
            <summary>{t('web.course.readMaterial')}</summary>
            <div className="disclosure-body">
              <MarkdownText source={course.material} lang={course.locale} />
            </div>
          </details>
        </Section>
      )}
    </>
  );
}

function Prerequisites({
  prerequisites,
  lang,
}: {
  prerequisites: CourseTextProps['course']['prerequisites'];
  lang: string;
}) {
  const { t } = useText();
  if (prerequisites.length === 0) return <p>{t('web.course.noPrerequisite')}</p>;
  return (
    <>
      <p>{t('web.course.prerequisites')}</p>
      <ul>
        {prerequisites.map(({ id, slug, title, held }) => (
          <li key={id}>
            <Link to={`/formations/${slug}`} lang={lang}>
              {title}
            </Link>{' '}
            {held === true && <Tag tone="good">{t('web.course.held')}</Tag>}
            {held === false && <Tag tone="warn">{t('web.course.notHeld')}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
