import { describe, expect, it } from '@jest/globals';
import { lineOf } from './network-line.rules.js';

describe('lineOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::1', '0:0:0:0'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:0000:0000:ffff::9', '2001:db8:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:db8:1:3::1', '2001:db8:1:3'],
    ['not an address', 'not an address'],
  ])('of %s is %s', (address, line) => {
    expect(lineOf(address)).toBe(line);
  });
});
