import { CONSENT_PURPOSES, CONSENT_TEXTS, currentText, networkOf, purposeOf } from './consent-texts.js';
import { whyNotEnough } from './consent.rules.js';
import { displayNameOf, isAtLeast, type JoinFacts, whyNotJoin } from './volunteer.rules.js';
import { AVAILABILITY, NEIGHBOURING_COMMUNES, plain } from './vocabulary.js';

const current = (purpose: string) => ({ purpose, version: 1 });

describe('joining', () => {
  const facts: JoinFacts = {
    alreadyIn: false,
    birthYear: 1990,
    year: 2026,
    networks: ['climate'],
    given: [current('terms'), current('network:climate')],
  };

  it('is open to who is old enough and agrees to what is needed', () => {
    expect(whyNotJoin(facts)).toBeNull();
    expect(whyNotJoin({ ...facts, given: [current('network:climate')], inForce: [current('terms')] })).toBeNull();
  });

  it.each([
    ['climate', 2010, null],
    ['climate', 2011, 'TOO_YOUNG'],
    ['solidarity', 2011, 'TOO_YOUNG'],
    ['paris', 2011, null],
    ['paris', 2012, 'TOO_YOUNG'],
  ] as const)('%s, born in %i: %s', (network, birthYear, reason) => {
    const given = [current('terms'), current(purposeOf(network))];
    expect(whyNotJoin({ ...facts, networks: [network], birthYear, given })).toBe(reason);
  });

  it('asks the age of the strictest network', () => {
    const given = [current('terms'), current('network:paris'), current('network:climate')];
    expect(whyNotJoin({ ...facts, networks: ['paris', 'climate'], birthYear: 2011, given })).toBe('TOO_YOUNG');
  });

  it('tells the first reason that she can do something about', () => {
    expect(whyNotJoin({ ...facts, alreadyIn: true, birthYear: 2020, given: [] })).toBe('ALREADY_JOINED');
    expect(whyNotJoin({ ...facts, birthYear: 2020, given: [] })).toBe('TOO_YOUNG');
    expect(whyNotJoin({ ...facts, given: [] })).toBe('CONSENT_MISSING');
    expect(whyNotJoin({ ...facts, given: [{ purpose: 'terms', version: 0 }] })).toBe('CONSENT_OUTDATED');
  });
});

describe('age', () => {
  it('is the one reached in the course of the year', () => {
    expect(isAtLeast(18, 2008, 2026)).toBe(true);
    expect(isAtLeast(18, 2009, 2026)).toBe(false);
  });
});

describe('consents', () => {
  it('count only for the version in force, even one that nobody asked for', () => {
    expect(whyNotEnough([], [{ purpose: 'contact-by-phone', version: 2 }])).toBe('CONSENT_OUTDATED');
    expect(whyNotEnough([], [{ purpose: 'anything', version: 1 }])).toBe('CONSENT_OUTDATED');
    expect(whyNotEnough(['terms'], [])).toBe('CONSENT_MISSING');
  });

  it('have texts whose versions are numbered without gap, in both languages', () => {
    for (const purpose of CONSENT_PURPOSES) {
      expect(CONSENT_TEXTS[purpose].map((text) => text.version)).toEqual(CONSENT_TEXTS[purpose].map((_, i) => i + 1));
      for (const { body } of CONSENT_TEXTS[purpose]) {
        expect(body.fr.length).toBeGreaterThan(50);
        expect(body.en.length).toBeGreaterThan(50);
      }
      expect(currentText(purpose)).toBe(CONSENT_TEXTS[purpose].at(-1));
    }
  });

  it('belong to one network or to none', () => {
    expect(networkOf(purposeOf('climate'))).toBe('climate');
    expect(networkOf('terms')).toBeNull();
  });
});

describe('words', () => {
  it('are compared without case, accents and signs', () => {
    expect(plain('  Né(e)  LE ')).toBe('ne e le');
    expect(plain('Nee_le')).toBe('nee le');
    expect(plain('ŒUVRE – d’Élise')).toBe('œuvre d elise');
    expect(new Set(NEIGHBOURING_COMMUNES.map(plain)).size).toBe(NEIGHBOURING_COMMUNES.length);
  });

  it('name 21 moments of a week', () => {
    expect(new Set(AVAILABILITY).size).toBe(21);
    expect([AVAILABILITY.at(0), AVAILABILITY.at(-1)]).toEqual(['mon-morning', 'sun-evening']);
  });

  it('show a first name and an initial', () => {
    expect(displayNameOf(' Élise ', 'mûrier')).toBe('Élise M.');
    expect(displayNameOf('Élise', null)).toBe('Élise');
  });
});
