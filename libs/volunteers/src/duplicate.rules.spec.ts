import fc from 'fast-check';
import { emailKey, LIKELY, likeness, nameKey, type PersonTraits } from './duplicate.rules.js';

const person = (traits: Partial<PersonTraits>): PersonTraits => ({
  givenName: null,
  familyName: null,
  email: null,
  phone: null,
  birthYear: null,
  ...traits,
});
const aicha = person({
  givenName: 'Aïcha',
  familyName: 'Tilleul',
  email: 'aicha@exemple.org',
  phone: '+33600000001',
  birthYear: 1980,
});

describe('who may be one person', () => {
  it.each([
    ['the same address', { email: 'AICHA@exemple.org', givenName: 'Zoé', familyName: 'Houx' }, true],
    ['name and year, without accents', { givenName: 'AICHA', familyName: 'tilleul', birthYear: 1980 }, true],
    ['name and year, in the other order', { givenName: 'Tilleul', familyName: 'Aicha', birthYear: 1980 }, true],
    ['name and telephone', { givenName: 'Aïcha', familyName: 'Tilleul', phone: '+33600000001' }, true],
    [
      'a slip in the name, and the telephone',
      { givenName: 'Aicha', familyName: 'Tileul', phone: '+33600000001' },
      true,
    ],
    ['a slip in the name, and the year', { givenName: 'Aihca', familyName: 'Tilleul', birthYear: 1980 }, true],
    ['the telephone of a family', { givenName: 'Marc', familyName: 'Tilleul', phone: '+33600000001' }, false],
    ['the name alone', { givenName: 'Aïcha', familyName: 'Tilleul' }, false],
    ['name and another year', { givenName: 'Aïcha', familyName: 'Tilleul', birthYear: 1991 }, false],
    ['the first name alone', { givenName: 'Aïcha', birthYear: 1980 }, false],
    ['nothing', {}, false],
  ])('%s', (_, traits, likely) => {
    expect(likeness(aicha, person(traits)).score >= LIKELY).toBe(likely);
  });

  it('gives its reasons, the most telling first', () => {
    expect(likeness(aicha, aicha).reasons).toEqual(['email', 'name', 'phone', 'birth-year']);
    expect(likeness(aicha, aicha).score).toBe(100);
  });

  it('knows mailboxes under their other spellings', () => {
    expect(emailKey('Anna.Houx+benevole@Gmail.com')).toBe('annahoux@gmail.com');
    expect(emailKey('anna.houx+x@exemple.org')).toBe('anna.houx@exemple.org');
    const variant = likeness(person({ email: 'anna+a@exemple.org' }), person({ email: 'anna@exemple.org' }));
    expect(variant.reasons).toEqual(['email-variant']);
  });

  const text = fc.option(fc.constantFrom('Zoé', 'Zoe', 'Houx', 'du Houx', 'Hoyx', 'Marie-Claire', ''), { nil: null });
  const anybody = fc.record({
    givenName: text,
    familyName: text,
    email: fc.option(fc.constantFrom('a@exemple.org', 'A@exemple.org', 'a+b@exemple.org', 'c@exemple.org')),
    phone: fc.option(fc.constantFrom('+33600000001', '+33600000002')),
    birthYear: fc.option(fc.integer({ min: 1980, max: 1982 })),
  });

  it('does not depend on who is asked about whom', () => {
    fc.assert(fc.property(anybody, anybody, (a, b) => expect(likeness(a, b)).toEqual(likeness(b, a))));
  });

  it('never grows when a year of birth contradicts', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const unsaid = likeness({ ...a, birthYear: null }, b).score;
        expect(likeness({ ...a, birthYear: 1900 }, { ...b, birthYear: 1950 }).score).toBeLessThanOrEqual(unsaid);
      }),
    );
  });

  it('keys a name whatever the order of its words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zéè]{1,8}$/), { minLength: 1, maxLength: 4 }), (words) => {
        const turned = [...words].reverse().join(' ');
        expect(nameKey({ givenName: words.join(' '), familyName: null })).toBe(
          nameKey({ givenName: null, familyName: turned }),
        );
      }),
    );
  });
});
