import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Section, Tag } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import { CourseText } from './course-text.js';
import { NotFound } from './not-found.js';
import { SessionCardFragment } from './session-data.js';
import { SessionList } from './session-list.js';

// A page of its own weight: most visitors come for a date.
const CourseQualifications = lazy(() => import('../learning/course-qualifications.js'));

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
export default function CoursePage() {
  const { t } = useText();
  const words = useWords();
  const { slug = '' } = useParams();
  const query = useQuery({ queryKey: ['course', slug], queryFn: () => execute(CourseDocument, { slug }) });
  return (
    <div className="wrap">
      <QueryState query={query} titled>
        {({ course, sessions }) =>
          !course ? (
            <NotFound />
          ) : (
            <div className="stack loose">
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
              <Suspense>
                <CourseQualifications slug={slug} />
              </Suspense>
            </div>
          )
        }
      </QueryState>
    </div>
  );
}
