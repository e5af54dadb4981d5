import fc from 'fast-check';
import { childrenFirst } from './erase-order.rules.js';

describe('childrenFirst', () => {
  it('puts each table before those it refers to, whatever the order of the declarations', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    // References from a later letter to an earlier one alone: no circle.
    const references = fc.uniqueArray(
      fc
        .tuple(fc.nat(6), fc.nat(6))
        .filter(([from, to]) => from > to)
        .map(([from, to]) => ({ from: names[from] ?? '', to: names[to] ?? '' })),
      { selector: ({ from, to }) => from + to },
    );
    fc.assert(
      fc.property(references, fc.shuffledSubarray(names, { minLength: 1 }), (known, tables) => {
        const ordered = childrenFirst(tables, known);
        expect([...ordered].sort()).toEqual([...tables].sort());
        for (const { from, to } of known)
          if (tables.includes(from) && tables.includes(to))
            expect(ordered.indexOf(from)).toBeLessThan(ordered.indexOf(to));
      }),
    );
  });

  it('ends on a circle', () => {
    const circle = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
      { from: 'a', to: 'a' },
    ];
    expect(childrenFirst(['a', 'b'], circle).sort()).toEqual(['a', 'b']);
  });
});
