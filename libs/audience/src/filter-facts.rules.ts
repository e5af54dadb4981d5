import type { PeopleFilter } from './condition.rules.js';

/** A filter as the journal keeps it: what was asked, but no typed name and nobody chosen by hand, only how many. */
export function filterFacts({ text, conditions, only }: PeopleFilter): object {
  return {
    ...(text !== null && { searchedByName: true }),
    ...(only.length > 0 && { chosen: only.length }),
    conditions: conditions.map(({ kind, negated, values, since, until }) => ({
      kind,
      ...(negated && { negated }),
      ...(values.length > 0 && { values }),
      ...(since !== null && { since }),
      ...(until !== null && { until }),
    })),
  };
}
