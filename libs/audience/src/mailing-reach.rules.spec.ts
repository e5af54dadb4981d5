import { reachOfMailing } from './mailing-reach.rules.js';

describe('whom a mail to many reaches', () => {
  const rows = [
    { why: null, n: 7 },
    { why: 'NO_ADDRESS', n: 2 },
    { why: 'REFUSED', n: 1 },
  ];

  it('counts who is left out by reason', () => {
    expect(reachOfMailing(rows, false)).toEqual({
      byMail: 7,
      byNotice: 0,
      leftOut: [
        { reason: 'REFUSED', count: 1 },
        { reason: 'NO_ADDRESS', count: 2 },
      ],
    });
  });

  it('lets reception tell those without an address, if asked', () => {
    expect(reachOfMailing(rows, true)).toEqual({
      byMail: 7,
      byNotice: 2,
      leftOut: [{ reason: 'REFUSED', count: 1 }],
    });
    expect(reachOfMailing([], true)).toEqual({ byMail: 0, byNotice: 0, leftOut: [] });
  });
});
