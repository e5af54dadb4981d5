import fc from 'fast-check';
import { Config } from '#platform/config';
import { SealBroken, Sealing } from './sealing.js';

const sealing = (appSecret: string): Sealing => new Sealing(Object.assign(new Config(), { appSecret }));

describe('a sealed secret', () => {
  const ours = sealing('a secret of the tests, long enough');

  it('opens again, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (secret) => ours.open('test', ours.seal('test', secret)) === secret));
  });

  it('does not open for another purpose, under another secret, or with one character changed', () => {
    const sealed = ours.seal('test', 'seed');
    expect(() => ours.open('other', sealed)).toThrow(SealBroken);
    expect(() => sealing('another secret, long enough too').open('test', sealed)).toThrow(/another APP_SECRET/);
    fc.assert(
      fc.property(fc.nat(sealed.length - 2), (at) => {
        const other = sealed[at] === 'A' ? 'B' : 'A';
        expect(() => ours.open('test', sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow(SealBroken);
      }),
    );
  });
});
