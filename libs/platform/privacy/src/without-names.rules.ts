import type { KnownPerson } from './person.js';

const LEFT_OUT = '[…]';

/** A sentence without the words that say who somebody is: her name and its parts, addresses, telephone, ids. */
export function withoutNames(sentence: string, person: KnownPerson): string {
  const { name, phone, addresses, volunteerId, accountId } = person;
  const parts = (name ?? '').split(/[\s'’-]+/u).filter((part) => part.length > 1);
  const marks = [name, ...addresses, phone, volunteerId, accountId, ...parts]
    .filter((mark): mark is string => mark !== null && mark !== '')
    .sort((a, b) => b.length - a.length)
    .map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (marks.length === 0) return sentence;
  return sentence.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${marks.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), LEFT_OUT);
}
