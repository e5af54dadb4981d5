import { directionOf, isMessageKey, localeOf, t } from './index.js';

describe('the language of a reader', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de,fr-CA;q=0.3,en;q=0.2', 'fr'],
    ['de;q=1, en;q=0', 'fr'],
    ['*', 'fr'],
    ['de, en ; q=0.5, *;q=0.1', 'en'],
    ['uk-UA,uk;q=0.9,ru;q=0.8', 'uk'],
    ['ar-DZ,fr;q=0.5', 'ar'],
    ['toString', 'fr'],
    [';;;,=', 'fr'],
  ])('%s is answered in %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });

  it('has a direction', () => {
    expect(directionOf('fr')).toBe('ltr');
    expect(directionOf('ar')).toBe('rtl');
  });
});

describe('t', () => {
  it('fills arguments in both languages', () => {
    expect(t('fr', 'mails.greeting', { name: 'Zoé' })).toBe('Bonjour Zoé,');
    expect(t('en', 'mails.greeting', { name: 'Zoé' })).toBe('Hello Zoé,');
  });

  it('leaves markup in a value as text', () => {
    expect(t('fr', 'mails.greeting', { name: '<b>{x}</b>' })).toBe('Bonjour <b>{x}</b>,');
  });

  it('refuses to leave a hole', () => {
    expect(() => t('fr', 'mails.greeting')).toThrow(/name/);
  });

  it('tells a key from a text', () => {
    expect(isMessageKey('mails.greeting')).toBe(true);
    expect(isMessageKey('common.nothing')).toBe(false);
  });
});
