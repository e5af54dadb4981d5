/** Text for looking somebody up: lower case, no accents, words apart. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether every typed word begins a word of the name or the code; neither accents nor the order of words matter. */
export function matchesName(person: { displayName: string; bookingCode: string }, typed: string): boolean {
  const words = fold(`${person.displayName} ${person.bookingCode}`).split(' ');
  return fold(typed)
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
