import fc from 'fast-check';
import { FEWEST_ANSWERS, resultsOf, surveyState } from './survey.rules.js';

describe('a survey', () => {
  const endsAt = new Date('2026-03-12T20:00:00Z');
  const facts = { wasThere: true, endsAt, hasAnswered: false };
  it('is open to who came, for 60 days after the end, once', () => {
    expect(surveyState(facts, new Date('2026-03-12T19:59:00Z'))).toBe('not-yet');
    expect(surveyState(facts, endsAt)).toBe('open');
    expect(surveyState(facts, new Date('2026-05-11T20:00:00Z'))).toBe('closed');
    expect(surveyState({ ...facts, wasThere: false }, endsAt)).toBe('closed');
    expect(surveyState({ ...facts, hasAnswered: true }, endsAt)).toBe('answered');
  });

  const answers = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 5 }))), { maxLength: 40 });
  it('shows nothing of fewer than five answers, and every answer once of more', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const results = resultsOf(given);
        expect(results === null).toBe(given.length < FEWEST_ANSWERS);
        for (const { average, counts } of results ?? []) {
          expect(counts.reduce((sum, n) => sum + n, 0)).toBe(given.length);
          expect(average).toBeGreaterThanOrEqual(1);
          expect(average).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
  it('says the same whatever the order of the answers', () => {
    fc.assert(fc.property(answers, (given) => expect(resultsOf([...given].reverse())).toEqual(resultsOf(given))));
  });
});
