import fc from 'fast-check';
import { Config } from '#platform/config';
import { SealBroken, Sealing } from './sealing.js';

const sealing = (appSecret: string, appSecretPrevious?: string): Sealing =>
  new Sealing(Object.assign(new Config(), { appSecret, appSecretPrevious }));

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

  it('opens in its own row only', () => {
    const sealed = ours.seal('test', 'seed', 'row a');
    expect(ours.open('test', sealed, 'row a')).toBe('seed');
    expect(() => ours.open('test', sealed, 'row b')).toThrow(SealBroken);
  });

  it('opens after a change of the secret while the one before is given, and says that it is stale', () => {
    const sealed = ours.seal('test', 'seed');
    const changed = sealing('another secret, long enough too', 'a secret of the tests, long enough');
    expect(changed.open('test', sealed)).toBe('seed');
    expect([changed.isStale(sealed), changed.isStale(changed.seal('test', 'seed')), ours.isStale(sealed)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('leaves a mark that is recognised under both secrets, for its purpose only', () => {
    const [mark] = ours.marks('test', 'abcde');
    const changed = sealing('another secret, long enough too', 'a secret of the tests, long enough');
    expect(changed.marks('test', 'abcde')).toContain(mark);
    expect(ours.marks('other', 'abcde')).not.toContain(mark);
  });
});
