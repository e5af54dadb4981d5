import type { MessageKey } from '../../i18n/text.js';
import { textIn } from '../../ui/use-form.js';
import { instantOf } from '../shared/paris-wall.js';
import { instantIn, wallIn } from '../shared/wall-form.js';
import type { EditedSession, SessionInput } from './session-data.js';

/** Languages that sessions are offered to be held in; `fsl` is the French sign language. */
export const sessionLanguages = ['fr', 'en', 'es', 'ar', 'uk', 'fsl'] as const;
export const accessibilityCodes = ['hearing-loop', 'subtitles', 'large-print', 'easy-to-read', 'guide-dog'] as const;

const modes = ['on_site', 'online', 'visit'] as const;
const isMode = (value: string): value is SessionInput['mode'] => (modes as readonly string[]).includes(value);

/** The rows of dates are named `date-<n>`; each has a day, a start and an end on that day. */
export function dateRows(data: FormData): number[] {
  return [...data.keys()].flatMap((name) => {
    const row = /^date-(\d+)-day$/.exec(name)?.[1];
    return row === undefined ? [] : [Number(row)];
  });
}

/** The start and the end of one row of dates; null where a part is missing or no date. */
export function periodIn(data: FormData, row: number): { startsAt: string | null; endsAt: string | null } {
  const { day, time } = wallIn(data, `date-${row}`);
  const until = textIn(data, `date-${row}-until`);
  const at = (hour: string): string | null => (day && hour ? instantOf({ day, time: hour }) : null);
  return { startsAt: at(time), endsAt: at(until) };
}

/** What is missing or contradicts itself in the form, by the name of the field. */
export function faultsOfSession(data: FormData): Record<string, MessageKey> {
  const faults: Record<string, MessageKey> = {};
  const mode = textIn(data, 'mode');
  if (!textIn(data, 'courseId')) faults.courseId = 'staff.session.fault.course';
  for (const row of dateRows(data)) Object.assign(faults, faultsOfRow(data, row));
  // A draft may wait for its address, a published session may not.
  const needsUrl = textIn(data, 'onlineUrl') !== '' || textIn(data, 'status') === 'published';
  if (mode === 'online' && needsUrl && !/^https:\/\/\S+\.\S+/.test(textIn(data, 'onlineUrl')))
    faults.onlineUrl = 'staff.session.fault.url';
  if (mode !== 'online' && !textIn(data, 'placeId')) faults.placeId = 'staff.session.fault.place';
  const capacity = Number(textIn(data, 'capacity'));
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > 5000) faults.capacity = 'staff.session.fault.capacity';
  if (data.getAll('languages').length === 0) faults.languages = 'staff.session.fault.language';
  if (data.has('templateName') && !textIn(data, 'templateName')) faults.templateName = 'staff.template.nameMissing';
  return { ...faults, ...faultsOfWindow(data) };
}

function faultsOfRow(data: FormData, row: number): Record<string, MessageKey> {
  const { startsAt, endsAt } = periodIn(data, row);
  if (!startsAt) return { [`date-${row}-day`]: 'staff.session.fault.moment' };
  if (!endsAt || endsAt <= startsAt) return { [`date-${row}-until`]: 'staff.session.fault.end' };
  return {};
}

function faultsOfWindow(data: FormData): Record<string, MessageKey> {
  const opens = instantIn(data, 'opens');
  if (!opens) return { 'opens-day': 'staff.session.fault.moment' };
  const typedClose = wallIn(data, 'closes');
  const closes = instantIn(data, 'closes');
  if ((typedClose.day || typedClose.time) && !closes) return { 'closes-day': 'staff.session.fault.moment' };
  const start = firstStart(data);
  if (closes && start && closes > start) return { 'closes-day': 'staff.session.fault.closesLate' };
  const end = closes ?? start;
  return end && opens >= end ? { 'opens-day': 'staff.session.fault.opensLate' } : {};
}

function firstStart(data: FormData): string | null {
  return (
    dateRows(data)
      .flatMap((row) => periodIn(data, row).startsAt ?? [])
      .sort()[0] ?? null
  );
}

/** The form as the server wants it. Call it only on a form without faults. */
export function inputOfSession(data: FormData, before: EditedSession | null): SessionInput {
  const mode = textIn(data, 'mode');
  const dates = dateRows(data).flatMap((row) => {
    const { startsAt, endsAt } = periodIn(data, row);
    return startsAt && endsAt ? [{ startsAt, endsAt }] : [];
  });
  const opens = instantIn(data, 'opens');
  const closes = instantIn(data, 'closes') ?? firstStart(data);
  if (!isMode(mode) || !opens || !closes) throw new Error('The form was not checked');
  const templateName = textIn(data, 'templateName') || null;
  return {
    id: before?.id,
    version: before?.version,
    courseId: textIn(data, 'courseId'),
    mode,
    placeId: mode === 'online' ? null : textIn(data, 'placeId'),
    onlineUrl: mode === 'online' ? textIn(data, 'onlineUrl') || null : null,
    partnerId: textIn(data, 'partnerId') || null,
    capacity: Number(textIn(data, 'capacity')),
    enrolmentOpensAt: opens,
    enrolmentClosesAt: closes,
    dates: dates.sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    trainerIds: textsIn(data, 'trainerIds'),
    languages: textsIn(data, 'languages'),
    accessibility: textsIn(data, 'accessibility'),
    notes: textIn(data, 'notes'),
    status: templateName ? 'template' : textIn(data, 'status') === 'published' ? 'published' : 'draft',
    templateName,
  };
}

const textsIn = (data: FormData, name: string): string[] =>
  data.getAll(name).filter((value) => typeof value === 'string');

/** What a change of a published session means for the people concerned, in the order in which it is said. */
export interface Consequences {
  told: ('dates' | 'place')[];
  /** Seats more (or, if negative, fewer) than before. */
  seats: number;
}

const sameInstant = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);

/** What those who come will hear about, and how many seats are added: shown before it is saved. */
export function consequencesOf(before: EditedSession, input: SessionInput): Consequences {
  const sameDates =
    before.dates.length === input.dates.length &&
    before.dates.every(({ startsAt, endsAt }) =>
      input.dates.some((other) => sameInstant(startsAt, other.startsAt) && sameInstant(endsAt, other.endsAt)),
    );
  const samePlace =
    before.mode === input.mode &&
    (before.place?.id ?? null) === (input.placeId ?? null) &&
    (before.onlineUrl ?? null) === (input.onlineUrl ?? null);
  return {
    told: [...(sameDates ? [] : (['dates'] as const)), ...(samePlace ? [] : (['place'] as const))],
    seats: input.capacity - before.capacity,
  };
}
