import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useText } from '../../i18n/text.js';
import { announce, ButtonLink, Empty, Form, Notice, PageTitle, QueryState, useForm } from '../../ui/index.js';
import { ConflictPanel } from '../shared/conflict-panel.js';
import { CourseStatus } from '../shared/status-tags.js';
import { ListeningPanel } from '../teaching/listening-panel.js';
import { MaterialsPanel } from '../teaching/materials-panel.js';
import { useCourseDifferences } from './course-differences.js';
import { faultsOfCourse, inputOfCourse } from './course-draft.js';
import { CourseFields } from './course-fields.js';
import {
  coursesQuery,
  loadCourses,
  saveCourse,
  type CourseInput,
  type EditedCourse,
  type Theme,
} from './courses-data.js';

const NEW = 'nouvelle';

/** The editor of one course. */
export function CoursePage() {
  const { t } = useText();
  const { slug = NEW } = useParams();
  const [savedSlug, setSavedSlug] = useState<string | null>(null);
  const query = useQuery({ ...coursesQuery, refetchOnWindowFocus: false });
  const known = query.data?.courses.find((course) => course.slug === slug) ?? null;
  const title = slug === NEW ? t('staff.courses.new') : (known?.title ?? t('staff.nav.courses'));
  return (
    <>
      <div className="stack tight">
        <PageTitle title={title} section={t('staff.nav.courses')}>
          <span lang={known?.locale}>{title}</span>
        </PageTitle>
        {known && (
          <div className="row">
            <CourseStatus status={known.status} />
            <ButtonLink small look="secondary" to={`/coord/sessions/nouvelle?formation=${known.id}`}>
              {t('staff.courses.plan')}
            </ButtonLink>
            {known.status === 'published' && (
              <ButtonLink small look="quiet" to={`/formations/${known.slug}`}>
                {t('staff.session.publicPage')}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
      {savedSlug === slug && <Notice tone="good" title={t('staff.course.saved')} />}
      <QueryState query={query}>
        {({ courses, themes }) =>
          slug === NEW || known ? (
            <CourseDesk
              key={slug === NEW ? NEW : known?.id}
              course={slug === NEW ? null : known}
              {...{ courses, themes }}
              onSaved={setSavedSlug}
            />
          ) : (
            <Empty title={t('staff.course.missing')}>
              <ButtonLink look="secondary" to="/coord/formations">
                {t('staff.nav.courses')}
              </ButtonLink>
            </Empty>
          )
        }
      </QueryState>
    </>
  );
}

interface DeskProps {
  course: EditedCourse | null;
  courses: EditedCourse[];
  themes: Theme[];
}

function CourseDesk({ course, courses, themes, onSaved }: DeskProps & { onSaved: (slug: string) => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  // The form starts afresh from what is stored only when somebody says so, not when data is read again.
  const [edited, setEdited] = useState({ course, turn: 0 });

  const settle = async (fresh: EditedCourse): Promise<void> => {
    setEdited(({ turn }) => ({ course: fresh, turn: turn + 1 }));
    onSaved(fresh.slug);
    announce(t('staff.course.saved'));
    await client.invalidateQueries({ queryKey: ['staff'] });
    if (fresh.slug !== course?.slug) await navigate(`/coord/formations/${fresh.slug}`, { replace: true });
    window.scrollTo({ top: 0 });
  };
  return (
    <CourseEditor
      key={edited.turn}
      {...{ courses, themes }}
      course={edited.course}
      onSaved={settle}
      onReplaced={(theirs) => setEdited(({ turn }) => ({ course: theirs, turn: turn + 1 }))}
    />
  );
}

interface EditorProps extends DeskProps {
  onSaved: (course: EditedCourse) => Promise<void>;
  onReplaced: (course: EditedCourse) => void;
}

function CourseEditor({ course, courses, themes, onSaved, onReplaced }: EditorProps) {
  const { t } = useText();
  const differencesOf = useCourseDifferences(courses, themes);
  const [refused, setRefused] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ input: CourseInput; theirs: EditedCourse } | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (input: CourseInput): Promise<void> => {
    setRefused(null);
    const result = await saveCourse(input);
    if (result.__typename === 'CourseView') return onSaved(result);
    if (result.reason === 'STALE') {
      const fresh = await loadCourses();
      const theirs = fresh.courses.find(({ id }) => id === input.id);
      if (theirs) return setConflict({ input, theirs });
    }
    if (result.reason === 'SLUG_TAKEN') return form.refuse({ slug: result.message });
    if (result.reason === 'NO_MATERIAL') return form.refuse({ material: result.message });
    setRefused(result.message);
  };
  const form = useForm({
    check: (data) => Object.fromEntries(Object.entries(faultsOfCourse(data)).map(([name, key]) => [name, t(key)])),
    send: (data) => save(inputOfCourse(data, course)),
  });
  const keepMine = (): void => {
    if (!conflict) return;
    setBusy(true);
    save({ ...conflict.input, version: conflict.theirs.version })
      .catch((error: unknown) => setRefused(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      {refused && (
        <Notice tone="bad" role="alert" title={t('staff.course.notSaved')}>
          <p>{refused}</p>
        </Notice>
      )}
      {conflict && (
        <ConflictPanel
          key={conflict.theirs.version}
          differences={differencesOf(conflict.input, conflict.theirs)}
          busy={busy}
          keepMine={keepMine}
          takeTheirs={() => onReplaced(conflict.theirs)}
        />
      )}
      <Form form={form} label={t('staff.course.form')} submit={t(course ? 'staff.action.save' : 'staff.course.create')}>
        <CourseFields {...{ course, courses, themes }} />
      </Form>
      {course && (
        <>
          <MaterialsPanel course={course} />
          <ListeningPanel course={course} />
        </>
      )}
    </>
  );
}
