import type { MessageKey } from '../../i18n/text.js';
import { textIn } from '../../ui/use-form.js';
import type { CourseInput, EditedCourse } from './courses-data.js';

/** An address for the catalogue made of a title: `Aller vers : les bases` is `aller-vers-les-bases`. */
export function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}

const statuses = ['draft', 'published', 'archived'] as const;
const networks = ['solidarity', 'climate'] as const;
const oneOf = <T extends string>(values: readonly T[], value: string, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

/** What is missing in the form of a course, by the name of the field. */
export function faultsOfCourse(data: FormData): Record<string, MessageKey> {
  const faults: Record<string, MessageKey> = {};
  if (!textIn(data, 'title')) faults.title = 'staff.course.fault.title';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(textIn(data, 'slug'))) faults.slug = 'staff.course.fault.slug';
  if (!textIn(data, 'summary')) faults.summary = 'staff.course.fault.summary';
  if (data.getAll('networks').length === 0) faults.networks = 'staff.course.fault.network';
  const age = Number(textIn(data, 'minimumAge'));
  if (!Number.isInteger(age) || age < 16 || age > 99) faults.minimumAge = 'staff.course.fault.age';
  if (textIn(data, 'status') === 'published' && !textIn(data, 'material')) {
    faults.material = 'staff.course.fault.material';
  }
  return faults;
}

/** The form as the server wants it. */
export function inputOfCourse(data: FormData, before: EditedCourse | null): CourseInput {
  const wanted = data.getAll('networks');
  return {
    id: before?.id,
    version: before?.version,
    slug: textIn(data, 'slug'),
    networks: networks.filter((network) => wanted.includes(network)),
    themeId: textIn(data, 'themeId') || null,
    title: textIn(data, 'title'),
    summary: textIn(data, 'summary'),
    description: textIn(data, 'description'),
    material: textIn(data, 'material'),
    locale: textIn(data, 'locale') === 'en' ? 'en' : 'fr',
    minimumAge: Number(textIn(data, 'minimumAge')),
    prerequisiteIds: data.getAll('prerequisiteIds').filter((id) => typeof id === 'string'),
    status: oneOf(statuses, textIn(data, 'status'), 'draft'),
  };
}
