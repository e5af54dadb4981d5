import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import type { Difference } from '../shared/conflict-panel.js';
import type { CourseInput, EditedCourse, Theme } from './courses-data.js';

/** Says in words in what a typed course differs from the one that somebody else saved. */
export function useCourseDifferences(courses: readonly EditedCourse[], themes: readonly Theme[]) {
  const { t } = useText();
  const words = useWords();
  const titles = (ids: readonly string[]): string =>
    words.list(courses.filter(({ id }) => ids.includes(id)).map(({ title }) => title));

  return (mine: CourseInput, theirs: EditedCourse): Difference[] => {
    const pairs: Difference[] = [
      { label: t('staff.column.title'), mine: mine.title, theirs: theirs.title },
      { label: t('staff.course.slug'), mine: mine.slug, theirs: theirs.slug },
      { label: t('staff.course.summary'), mine: mine.summary, theirs: theirs.summary },
      { label: t('staff.course.description'), mine: mine.description, theirs: theirs.description },
      { label: t('staff.course.material'), mine: mine.material, theirs: theirs.material },
      {
        label: t('staff.column.networks'),
        mine: words.list(mine.networks.map(words.network)),
        theirs: words.list(theirs.networks.map(words.network)),
      },
      {
        label: t('staff.column.theme'),
        mine: themes.find(({ id }) => id === mine.themeId)?.title ?? '',
        theirs: theirs.theme?.title ?? '',
      },
      {
        label: t('staff.course.prerequisites'),
        mine: titles(mine.prerequisiteIds),
        theirs: titles(theirs.prerequisites.map(({ id }) => id)),
      },
      { label: t('staff.course.minimumAge'), mine: String(mine.minimumAge), theirs: String(theirs.minimumAge) },
      {
        label: t('staff.field.status'),
        mine: t(`staff.status.${mine.status}`),
        theirs: t(`staff.status.${theirs.status}`),
      },
    ];
    return pairs.filter((pair) => pair.mine !== pair.theirs);
  };
}
