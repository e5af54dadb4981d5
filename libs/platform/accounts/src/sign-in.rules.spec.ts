import { deviceName, hashCode, newCode } from './sign-in.rules.js';

describe('sign-in rules', () => {
  it('makes codes of six digits, leading zeros kept', () => {
    for (let i = 0; i < 2000; i++) expect(newCode()).toMatch(/^\d{6}$/);
  });
  it('hashes by address and key, whatever the case of the address', () => {
    expect(hashCode('k', 'Awa@exemple.org', '123456')).toBe(hashCode('k', 'awa@exemple.org', '123456'));
    expect(hashCode('k', 'awa@exemple.org', '123456')).not.toBe(hashCode('k', 'zoe@exemple.org', '123456'));
    expect(hashCode('k', 'awa@exemple.org', '123456')).not.toBe(hashCode('l', 'awa@exemple.org', '123456'));
  });
  it('names devices as their owners would', () => {
    expect(deviceName('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36')).toBe(
      'Chrome, Android',
    );
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605 Version/17.0 Safari/604.1')).toBe(
      'Safari, iPhone',
    );
    expect(deviceName(undefined)).toBe('');
  });
});
