import { jest } from '@jest/globals';
import fc from 'fast-check';
import { type Person, TestApp } from './support/app.js';
import { finds, type ModelCondition, type ModelWorld, writeWorld } from './support/people-model.js';

const PEOPLE = `query($filter: PeopleFilterInput, $sort: PeopleSort, $descending: Boolean, $first: Int, $after: String) {
  people(filter: $filter, sort: $sort, descending: $descending, first: $first, after: $after) {
    nodes { id displayName networks arrondissement tags { name network } trainings lastPresenceAt source }
    pageInfo { endCursor hasNextPage } } }`;
const COUNT = 'query($filter: PeopleFilterInput) { peopleCount(filter: $filter) { count exact } }';
const FIND = `mutation($address: String!, $purpose: String!) {
  findPersonByAddress(address: $address, purpose: $purpose) { id displayName } }`;

interface People {
  people: { nodes: { id: string; displayName: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

jest.setTimeout(60_000);

describe('the table of people', () => {
  let t: TestApp;
  let world: ModelWorld;
  beforeAll(async () => {
    t = await TestApp.start();
    world = await writeWorld(t, 70);
  });
  afterAll(() => t.close());

  const REACHES = [
    [{ network: null, arrondissement: null }],
    [{ network: 'climate', arrondissement: null }],
    [{ network: null, arrondissement: 19 }],
    [{ network: 'solidarity', arrondissement: 18 }],
    [
      { network: 'solidarity', arrondissement: null },
      { network: 'climate', arrondissement: 20 },
    ],
  ] as const;

  const coordinators = new Map<number, Person>();
  async function coordinator(at: number): Promise<Person> {
    const known = coordinators.get(at);
    if (known) return known;
    const roles = REACHES[at]!.map(({ network, arrondissement }) => ({
      role: 'coordinator' as const,
      ...(network !== null && { network }),
      ...(arrondissement !== null && { arrondissement }),
    }));
    const person = await t.signIn(`coordinator${at}@exemple.org`, roles);
    coordinators.set(at, person);
    return person;
  }

  /** Every page of a list. */
  async function all(person: Person, wish: object, first = 100): Promise<{ id: string; displayName: string }[]> {
    const found: { id: string; displayName: string }[] = [];
    for (let after: string | null = null; ;) {
      const { people }: People = await person.get<People>(PEOPLE, { ...wish, first, after });
      found.push(...people.nodes);
      if (!people.pageInfo.hasNextPage) return found;
      after = people.pageInfo.endCursor;
    }
  }

  function conditions(): fc.Arbitrary<ModelCondition> {
    const days = ['2025-03-14', '2025-03-15', '2025-10-26', '2026-01-31', '2026-02-01', '2026-03-29'];
    const with_ = (kind: string, values: readonly string[], since: readonly string[] = []) =>
      fc.record({
        kind: fc.constant(kind),
        negated: fc.boolean(),
        values: values.length === 0 ? fc.constant<string[]>([]) : fc.subarray([...values], { minLength: 1 }),
        since: fc.option(since.length === 0 ? fc.constant(null) : fc.constantFrom(...since), { nil: null }),
        until: fc.constant(null),
      });
    return fc.oneof(
      with_('network', ['solidarity', 'climate', 'paris']),
      with_('arrondissement', ['17', '18', '19', '20']),
      with_('commune', ['saint mande', 'Saint-Mande', 'MONTREUIL']),
      with_('language', ['fr', 'ar', 'en']),
      with_('skill', ['listening', 'first-aid']),
      with_('theme', ['outreach', 'heat-wave']),
      with_('availability', ['mon-evening', 'sat-morning']),
      with_('attended', world.courses, days),
      with_('trained', [], days),
      with_('enrolled', world.sessions),
      with_('noShows', ['1', '2', '3']),
      with_('written', [], days),
      with_('consent', ['terms', 'contact-by-phone']),
      with_('mailable', ['solidarity', 'climate']),
      with_('email', []),
      with_('account', []),
      with_(
        'tag',
        world.tags.map(({ id }) => id),
      ),
      with_('source', ['joined', 'imported', 'reception', 'staff']),
      fc
        .tuple(fc.boolean(), fc.subarray(days, { minLength: 2, maxLength: 2 }), fc.constantFrom(0, 1, 2))
        .map(([negated, [since, until], form]) => ({
          kind: 'joined',
          negated,
          values: [],
          since: form === 1 ? null : since!,
          until: form === 2 ? null : until!,
        })),
    );
  }

  it('finds exactly those for whom every part of the sentence holds, and nobody out of reach', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(REACHES.length - 1), fc.array(conditions(), { maxLength: 4 }), async (at, parts) => {
        const person = await coordinator(at);
        const filter = { conditions: parts };
        const expected = world.people.filter((each) => finds(each, [...REACHES[at]!], parts)).map(({ id }) => id);
        const found = (await all(person, { filter })).map(({ id }) => id);
        expect(found.sort()).toEqual(expected.sort());
        expect(await person.get(COUNT, { filter })).toEqual({
          peopleCount: { count: expected.length, exact: true },
        });
      }),
      { numRuns: 150 },
    );
  });

  it.each(['name', 'place', 'arrival', 'source', 'account'])(
    'is read page by page in the order of %s, both ways, each person once',
    async (sort) => {
      const person = await coordinator(0);
      const up = await all(person, { sort }, 9);
      const down = await all(person, { sort, descending: true }, 13);
      expect(up).toHaveLength(world.people.length);
      expect(down.map(({ id }) => id)).toEqual(up.map(({ id }) => id).reverse());
    },
  );

  it.each(['élodie bouleau', 'Elodie BOULEAU', 'bouleau élodie', 'Bouleo', 'Eloodie Boulleau', 'bouleu'])(
    'finds Élodie Bouleau by "%s", the likest first',
    async (text) => {
      const person = await coordinator(0);
      const found = await all(person, { filter: { text }, sort: 'relevance' }, 7);
      const hers = world.people.filter(({ name }) => name === 'Élodie Bouleau');
      expect(hers.length).toBeGreaterThan(0);
      expect(found.slice(0, hers.length).every(({ displayName }) => displayName === 'Élodie Bouleau')).toBe(true);
      expect(found.filter(({ displayName }) => displayName === 'Marc Tilleul')).toEqual([]);
    },
  );

  it('takes signs of SQL patterns for what they are', async () => {
    const person = await coordinator(0);
    for (const text of ['%', '_', '\\', "' or true --"]) expect(await all(person, { filter: { text } })).toEqual([]);
  });

  it('names the field of a part that cannot be asked', async () => {
    const person = await coordinator(0);
    const faulty = [
      [{ kind: 'arrondissement', values: ['21'] }, 'filter.conditions.0.values', 'VALUE_UNKNOWN'],
      [{ kind: 'language', values: [] }, 'filter.conditions.0.values', 'VALUES_MISSING'],
      [{ kind: 'email', values: ['x'] }, 'filter.conditions.0.values', 'VALUES_UNWANTED'],
      [{ kind: 'trained', since: '2026-02-30' }, 'filter.conditions.0.since', 'DAY_WRONG'],
      [{ kind: 'joined', since: '2026-02-02', until: '2026-02-01' }, 'filter.conditions.0.until', 'DAY_WRONG'],
      [{ kind: 'joined' }, 'filter.conditions.0.since', 'DAY_MISSING'],
    ] as const;
    for (const [condition, path, fault] of faulty) {
      const { errors } = await person.ask(PEOPLE, { filter: { conditions: [condition] } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path, rule: 'askable' }] });
      expect(JSON.stringify(errors?.[0]?.extensions)).toContain(fault);
    }
  });

  it('finds by a whole address only, for a purpose that the person can read', async () => {
    const climate = await coordinator(1);
    const known = world.people.find(({ email, networks }) => email && networks.includes('climate'))!;
    const foreign = world.people.find(({ email, networks }) => email && !networks.includes('climate'))!;
    const find = (id: string) =>
      climate.get<{ findPersonByAddress: { id: string } | null }>(FIND, {
        address: `${id}@exemple.org`,
        purpose: 'Elle m’a écrit ce matin',
      });
    expect((await find(known.id)).findPersonByAddress?.id).toBe(known.id);
    expect((await find(foreign.id)).findPersonByAddress).toBeNull();
    const lines = await t.db.query<{ volunteer_id: string; purpose: string }>(
      `select volunteer_id, purpose from audit_entry where action = 'contact.read' and volunteer_id = any($1::uuid[])`,
      [[known.id, foreign.id]],
    );
    expect(lines).toEqual([{ volunteer_id: known.id, purpose: 'Elle m’a écrit ce matin' }]);
    expect(await all(climate, { filter: { text: `${known.id}@exemple.org` } })).toEqual([]);
  });

  it('is for coordinators alone', async () => {
    const trainer = await t.signIn('trainer@exemple.org', [{ role: 'trainer' }]);
    expect((await trainer.ask(PEOPLE)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await t.visitor().ask(COUNT)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
