import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import { MarkdownText } from '../ui/markdown-text.js';
import { PageTitle } from '../ui/page-title.js';
import { Section, Tag } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import { NotFound } from './not-found.js';
import { SessionCardFragment } from './session-data.js';
import { SessionList } from './session-list.js';

const CourseDocument = graphql(
  `
    query CoursePage($slug: String!) {
      course(slug: $slug) {
        id
        title
        summary
        description
        material
        locale
        networks
        minimumAge
        theme {
          title
          quarter
        }
        prerequisites {
          id
          slug
          title
          held
        }
      }
      sessions(filter: { courseSlug: $slug }, first: 20) {
        nodes {
          ...SessionCardFields
        }
      }
    }
  `,
  [SessionCardFragment],
);

/** What a course teaches, its material as text, and its dates. */
export function CoursePage() {
  const { t } = useText();
  const words = useWords();
  const { slug = '' } = useParams();
  const query = useQuery({ queryKey: ['course', slug], queryFn: () => execute(CourseDocument, { slug }) });
  return (
    <QueryState query={query}>
      {({ course, sessions }) =>
        !course ? (
          <NotFound />
        ) : (
          <div className="wrap stack loose">
            <div className="stack">
              <div className="row tight">
                {course.networks.map((network) => (
                  <Tag key={network} tone={network}>
                    {words.network(network)}
                  </Tag>
                ))}
                {course.theme && <Tag>{course.theme.title}</Tag>}
              </div>
              <PageTitle title={course.title} section={t('web.nav.trainings')}>
                <span lang={course.locale}>{course.title}</span>
              </PageTitle>
              <p className="lede" lang={course.locale}>
                {course.summary}
              </p>
            </div>
            <Section title={t('web.course.dates')}>
              {sessions.nodes.length > 0 ? (
                <SessionList sessions={sessions.nodes} level={3} />
              ) : (
                <Empty title={t('web.course.noDate')}>
                  <ButtonLink to="/formations">{t('web.notFound.trainings')}</ButtonLink>
                </Empty>
              )}
            </Section>
            <CourseText course={course} />
          </div>
        )
      }
    </QueryState>
  );
}

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
