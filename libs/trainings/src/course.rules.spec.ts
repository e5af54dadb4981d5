import { hasPage, whyNotSaveCourse } from './course.rules.js';

describe('whether a course may be saved', () => {
  const edit = { version: 1, status: 'published' as const, material: '# Support', filesWithoutText: 0 };
  it.each([
    ['is allowed', edit, { version: 1 }, false, null],
    ['not over somebody else’s edit', edit, { version: 2 }, false, 'STALE'],
    ['not at another’s address', edit, null, true, 'SLUG_TAKEN'],
    ['not published without text', { ...edit, material: ' \n' }, null, false, 'NO_MATERIAL'],
    ['not published with a file without text', { ...edit, filesWithoutText: 1 }, null, false, 'FILE_WITHOUT_TEXT'],
    [
      'as a draft with a file without text',
      { ...edit, status: 'draft' as const, filesWithoutText: 1 },
      null,
      false,
      null,
    ],
    ['as a draft without text', { ...edit, status: 'draft' as const, material: '' }, null, false, null],
  ])('%s', (_, saved, before, slugTaken, reason) => {
    expect(whyNotSaveCourse(saved, before, slugTaken)).toBe(reason);
  });

  it('has a page unless it is a draft', () => {
    expect([hasPage('draft'), hasPage('published'), hasPage('archived')]).toEqual([false, true, true]);
  });
});
