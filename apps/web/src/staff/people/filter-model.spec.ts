import fc from 'fast-check';
import { conditionOf, conditionsIn, KINDS, written } from './filter-model.js';

const day = fc.constantFrom('2026-01-01', '2026-12-31', null);

describe('a filter in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...KINDS),
          negated: fc.boolean(),
          values: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 4 }),
          since: day,
          until: day,
        }),
        (condition) => {
          const search = new URLSearchParams();
          search.append('si', written(condition));
          expect(conditionsIn(new URLSearchParams(search.toString()))).toEqual([condition]);
        },
      ),
    );
  });

  it.each(['', 'nonsense', 'tag:%E0%A4%A', 'language;fr', '--language:fr'])('forgets "%s"', (text) => {
    expect(conditionOf(text)).toBeNull();
  });
});
