import { qrTextOf, readScanned } from './booking-code.rules.js';

describe('what is scanned or typed at the door', () => {
  it('is the QR code of a booking', () =>
    expect(readScanned(` ${qrTextOf('BCDFGHJK', 'aZ09_-xy')}\n`)).toEqual({ code: 'BCDFGHJK', mark: 'aZ09_-xy' }));
  it.each(['bcdf ghjk', 'BCDF-GHJK', ' bcdfghjk '])('is a code typed as "%s"', (typed) =>
    expect(readScanned(typed)).toEqual({ code: 'BCDFGHJK', mark: null }),
  );
  it.each(['', 'VP1:BCDFGHJK', 'VP1:BCDFGHJK:short', 'BCDFGHJ', 'ABCDEFGH', 'https://example.org/'])(
    'is nothing of ours: "%s"',
    (text) => expect(readScanned(text)).toBeNull(),
  );
});
