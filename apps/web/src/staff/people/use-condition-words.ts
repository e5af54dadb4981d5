import { AVAILABILITY, LANGUAGES, SKILLS, THEMES, type Skill, type Theme } from '@volunteers/vocabulary.js';
import { useLocale } from '../../i18n/provider.js';
import { useText } from '../../i18n/text.js';
import { useWords, type Network } from '../../i18n/words.js';
import { skillLabels, themeLabels } from '../../mine/vocabulary.js';
import type { Choice } from '../../ui/index.js';
import { useStaffDates } from '../shared/staff-dates.js';
import type { Condition } from './filter-model.js';
import type { Choices, ConditionKind } from './people-data.js';

const NETWORKS: readonly Network[] = ['solidarity', 'climate', 'paris'];
const SOURCES = ['joined', 'imported', 'reception', 'staff'] as const;
const PURPOSES = ['terms', 'contact-by-phone', 'contact-by-associations'] as const;
/** A Monday, to name the days of the week by. */
const MONDAY = Date.UTC(2026, 0, 5, 12);
const DAY_MS = 86_400_000;

/** The parts of the filter in words, and what may be chosen in each. */
export function useConditionWords(choices: Choices | undefined) {
  const { t } = useText();
  const words = useWords();
  const { locale } = useLocale();
  const { shortDate, shortMoment } = useStaffDates();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });

  const moment = (code: string): string => {
    const at = AVAILABILITY.indexOf(code);
    const day = weekday.format(MONDAY + Math.floor(at / 3) * DAY_MS);
    const part = (['morning', 'afternoon', 'evening'] as const)[at % 3] ?? 'morning';
    return `${day} ${t(`people.moment.${part}`)}`;
  };
  const lists: Partial<Record<ConditionKind, () => Choice[]>> = {
    network: () => NETWORKS.map((value) => ({ value, label: words.network(value) })),
    mailable: () => NETWORKS.map((value) => ({ value, label: words.network(value) })),
    arrondissement: () =>
      Array.from({ length: 20 }, (_, at) => ({ value: String(at + 1), label: words.ordinal(at + 1) })),
    language: () => LANGUAGES.map((value) => ({ value, label: words.language(value) })),
    skill: () => SKILLS.map((value) => ({ value, label: t(skillLabels[value as Skill]) })),
    theme: () => THEMES.map((value) => ({ value, label: t(themeLabels[value as Theme]) })),
    availability: () => AVAILABILITY.map((value) => ({ value, label: moment(value) })),
    attended: () => (choices?.courses ?? []).map(({ id, title }) => ({ value: id, label: title })),
    enrolled: () =>
      (choices?.coordinatorSessions.nodes ?? []).map(({ id, courseTitle, startsAt }) => ({
        value: id,
        label: `${courseTitle}, ${shortMoment(startsAt)}`,
      })),
    tag: () => (choices?.tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
    source: () => SOURCES.map((value) => ({ value, label: t(`people.source.${value}`) })),
    consent: () => PURPOSES.map((value) => ({ value, label: t(`people.consent.${value}`) })),
  };
  const choicesOf = (kind: ConditionKind): Choice[] => lists[kind]?.() ?? [];

  const said = (condition: Condition): string => {
    const known = new Map(choicesOf(condition.kind).map(({ value, label }) => [value, label]));
    // The name of a course or session that the lists do not hold is not made up.
    const named = condition.values.map((value) => known.get(value) ?? (known.size > 0 ? t('people.unknown') : value));
    const { since, until } = condition;
    return t(`people.say.${condition.kind}`, {
      not: condition.negated ? 'yes' : 'no',
      what: new Intl.ListFormat(locale, { type: 'disjunction' }).format(named),
      count: Number(condition.values[0] ?? 0),
      days: since && until ? 'both' : since ? 'since' : until ? 'until' : 'none',
      since: since ? shortDate(`${since}T12:00:00Z`) : '',
      until: until ? shortDate(`${until}T12:00:00Z`) : '',
    });
  };
  return { choicesOf, said, label: (kind: ConditionKind): string => t(`people.kind.${kind}`) };
}
