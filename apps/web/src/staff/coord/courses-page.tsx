import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { ButtonLink, DataTable, Empty, Icon, PageTitle, QueryState } from '../../ui/index.js';
import { useFilters } from '../shared/filters.js';
import { NetworkTags } from '../shared/network-tags.js';
import { CourseStatus } from '../shared/status-tags.js';
import { SubNav } from '../shared/sub-nav.js';
import { coursesQuery, type EditedCourse } from './courses-data.js';
import { PlacesEditor } from './places-editor.js';
import { ThemesEditor } from './themes-editor.js';

/** What is taught, the themes it belongs to, and the places where it is held. */
export function CoursesPage() {
  const { t } = useText();
  const [{ vue }] = useFilters('vue');
  return (
    <>
      <div className="row apart">
        <PageTitle title={t('staff.nav.courses')} section={t('staff.area.coordinator')} />
        <ButtonLink to="/coord/formations/nouvelle">
          <Icon name="plus" size={20} />
          {t('staff.courses.new')}
        </ButtonLink>
      </div>
      <SubNav
        label={t('staff.courses.views')}
        param="vue"
        views={[
          { value: 'formations', label: t('staff.courses.courses') },
          { value: 'themes', label: t('staff.courses.themes') },
          { value: 'lieux', label: t('staff.courses.places') },
        ]}
      />
      {vue === 'themes' ? <ThemesEditor /> : vue === 'lieux' ? <PlacesEditor /> : <Courses />}
    </>
  );
}

function Courses() {
  const { t } = useText();
  const query = useQuery(coursesQuery);
  return (
    <QueryState query={query}>
      {({ courses }) =>
        courses.length === 0 ? (
          <Empty title={t('staff.courses.none')}>
            <ButtonLink to="/coord/formations/nouvelle">{t('staff.courses.new')}</ButtonLink>
          </Empty>
        ) : (
          <CourseTable courses={courses} />
        )
      }
    </QueryState>
  );
}

function CourseTable({ courses }: { courses: EditedCourse[] }) {
  const { t } = useText();
  const words = useWords();
  return (
    <DataTable
      caption={t('staff.courses.courses')}
      captionHidden
      rows={courses}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('staff.column.title'),
          cell: ({ slug, title, locale }) => (
            <Link to={`/coord/formations/${slug}`} lang={locale}>
              {title}
            </Link>
          ),
        },
        {
          title: t('staff.column.networks'),
          cell: ({ networks }) => <NetworkTags networks={networks} />,
        },
        {
          title: t('staff.column.theme'),
          cell: ({ theme }) => (theme ? `${theme.title} (${words.quarter(theme.quarter)})` : t('staff.value.none')),
        },
        { title: t('staff.field.status'), cell: ({ status }) => <CourseStatus status={status} /> },
        {
          title: t('staff.column.action'),
          cell: ({ id, title }) => (
            <Link to={`/coord/sessions/nouvelle?formation=${id}`}>
              {t('staff.courses.plan')}
              <span className="visually-hidden"> – {title}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}
