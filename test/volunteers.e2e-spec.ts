import { jest } from '@jest/globals';
import { ReceptionService, VolunteerDirectory } from '#lib/volunteers';
import { type Person, TestApp } from './support/app.js';
import { statementsOf } from './support/statements.js';

const VOLUNTEER = `id displayName arrondissement commune languages availability accessNeeds locale version
  memberships { network joinedAt }`;
const JOIN = `mutation($input: JoinInput!) { join(input: $input) { __typename
  ... on Volunteer { ${VOLUNTEER} } ... on JoinRefused { reason message } } }`;
const JOIN_NETWORK = `mutation($network: Network!, $consent: ConsentGivenInput!) {
  joinNetwork(network: $network, consent: $consent) { __typename
    ... on Volunteer { memberships { network } } ... on JoinRefused { reason message } } }`;
const LEAVE = 'mutation($network: Network!) { leaveNetwork(network: $network) { memberships { network } } }';
const PROFILE = `mutation($input: ProfileInput!) { updateProfile(input: $input) { ${VOLUNTEER} } }`;
const CONTACT =
  'mutation($input: ContactInput!) { updateContact(input: $input) { givenName familyName phone birthYear email } }';
const GIVE = 'mutation($consent: ConsentGivenInput!) { giveConsent(consent: $consent) { purpose withdrawnAt } }';
const WITHDRAW = 'mutation($purpose: String!) { withdrawConsent(purpose: $purpose) { purpose withdrawnAt } }';
const MY_CONSENTS = '{ myConsents { purpose givenAt withdrawnAt source text { version locale body } } }';
const READ = `mutation($id: ID!, $purpose: String!) { readContact(volunteerId: $id, purpose: $purpose) { email phone } }`;
const LIST = `query($filter: VolunteerFilter, $first: Int, $after: String) {
  volunteers(filter: $filter, first: $first, after: $after) { total
    nodes { id displayName networks source hasAccount arrondissement } pageInfo { endCursor hasNextPage } } }`;

type Joined = { join: { __typename: string; id: string; reason: string; message: string; version: number } };
type Listed = {
  volunteers: {
    total: number;
    nodes: { displayName: string }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
};
type Consents = { purpose: string; withdrawnAt: string | null }[];

const agreeing = (...purposes: string[]) => purposes.map((purpose) => ({ purpose, version: 1 }));

function input(networks: string[], changes: object = {}): { input: object } {
  const consents = agreeing('terms', ...networks.map((network) => `network:${network}`));
  return { input: { givenName: ' Awa ', birthYear: 1990, networks, consents, ...changes } };
}

async function joined(
  t: TestApp,
  email: string,
  networks = ['climate'],
  changes: object = {},
): Promise<[Person, string]> {
  const person = await t.signIn(email);
  const { join } = await person.get<Joined>(JOIN, input(networks, changes));
  expect(join).toMatchObject({ __typename: 'Volunteer' });
  return [person, join.id];
}

const codeOf = async (asked: ReturnType<Person['ask']>): Promise<unknown> =>
  (await asked).errors?.[0]?.extensions['code'];

jest.setTimeout(30_000);

describe('volunteers', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await TestApp.start();
  });
  afterAll(() => t.close());

  describe('joining', () => {
    it('takes three fields and the texts of the networks', async () => {
      const awa = await t.signIn('awa@exemple.org');
      expect((await awa.get<{ viewer: object }>('{ viewer { volunteer { id } } }')).viewer).toEqual({
        volunteer: null,
      });
      const { join } = await awa.get<Joined>(JOIN, input(['solidarity', 'climate']));
      expect(join).toMatchObject({
        displayName: 'Awa',
        memberships: [{ network: 'climate' }, { network: 'solidarity' }],
      });
      const { viewer } = await awa.get<{ viewer: { volunteer: { id: string } } }>('{ viewer { volunteer { id } } }');
      expect(viewer.volunteer.id).toBe(join.id);
      expect(await awa.get('{ myContact { givenName email birthYear phone } }')).toEqual({
        myContact: { givenName: 'Awa', email: 'awa@exemple.org', birthYear: 1990, phone: null },
      });
    });

    it.each([
      ['TOO_YOUNG', input(['climate'], { birthYear: new Date().getFullYear() - 15 })],
      ['CONSENT_MISSING', input(['climate', 'solidarity'], { consents: agreeing('terms', 'network:climate') })],
      ['CONSENT_MISSING', input(['climate'], { consents: agreeing('network:climate') })],
      [
        'CONSENT_OUTDATED',
        input(['paris'], { consents: [...agreeing('terms'), { purpose: 'network:paris', version: 2 }] }),
      ],
    ])('is refused as %s', async (reason, variables) => {
      const person = await t.signIn();
      const { join } = await person.get<Joined>(JOIN, variables);
      expect(join).toMatchObject({ __typename: 'JoinRefused', reason });
      expect(join.message).not.toContain('{');
    });

    it('is refused the second time, in the language of the reader', async () => {
      const [person] = await joined(t, 'again@exemple.org');
      const { join } = await person.get<Joined>(JOIN, input(['climate']));
      expect(join).toMatchObject({ reason: 'ALREADY_JOINED', message: 'Vous en faites déjà partie.' });
    });

    it('needs an account, a network and a possible year', async () => {
      expect(await codeOf(t.visitor().ask(JOIN, input(['climate'])))).toBe('UNAUTHENTICATED');
      const person = await t.signIn();
      const { errors } = await person.ask(JOIN, input([], { givenName: ' ', birthYear: 1800 }));
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'givenName' }, { path: 'birthYear' }, { path: 'networks' }],
      });
    });

    it('makes one volunteer of ten taps at once', async () => {
      const person = await t.signIn('taps@exemple.org');
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => person.get<Joined>(JOIN, input(['climate', 'paris']))),
      );
      const kinds = answers.map(({ join }) => join.reason ?? join.__typename).sort();
      expect(kinds).toEqual([...Array.from({ length: 9 }, () => 'ALREADY_JOINED'), 'Volunteer']);
      const rows = await t.db.query('select 1 from contact where email = $1', ['taps@exemple.org']);
      expect(rows).toHaveLength(1);
    });

    it('finds again somebody who was met at a desk: same person, nothing lost', async () => {
      const reception = t.app.get(ReceptionService);
      const walkIn = { givenName: 'Lou', email: 'Lou@exemple.org', birthYear: null, locale: 'fr' as const };
      const [id, same] = await Promise.all([reception.registerWalkIn(walkIn), reception.registerWalkIn(walkIn)]);
      expect(same).toBe(id);
      await t.db.query(`update volunteer set access_needs = 'Ascenseur' where id = $1`, [id]);
      const lou = await t.signIn('lou@exemple.org');
      const { join } = await lou.get<Joined>(JOIN, input(['solidarity'], { givenName: 'Louise' }));
      expect(join).toMatchObject({ id, displayName: 'Lou', accessNeeds: 'Ascenseur' });
      expect(await lou.get('{ myContact { givenName birthYear } }')).toEqual({
        myContact: { givenName: 'Louise', birthYear: 1990 },
      });
    });
  });

  describe('the profile', () => {
    it('changes what is sent and nothing else, and can be emptied again', async () => {
      const [person] = await joined(t, 'profile@exemple.org');
      const change = (changes: object) =>
        person.get<{ updateProfile: { version: number } }>(PROFILE, { input: changes });
      const first = await change({
        version: 1,
        arrondissement: 19,
        languages: ['fr', 'fsl'],
        availability: ['mon-evening'],
      });
      expect(first.updateProfile).toMatchObject({ version: 2, arrondissement: 19, languages: ['fr', 'fsl'] });
      const second = await change({ version: 2, arrondissement: null, commune: ' Pantin ', displayName: null });
      expect(second.updateProfile).toMatchObject({
        version: 3,
        arrondissement: null,
        commune: 'Pantin',
        displayName: 'Awa',
        availability: ['mon-evening'],
      });
    });

    it('refuses a change to an older version, also when two come at once', async () => {
      const [person] = await joined(t, 'conflict@exemple.org');
      const answers = await Promise.all(
        [18, 19].map((arrondissement) => person.ask(PROFILE, { input: { version: 1, arrondissement } })),
      );
      expect(answers.map(({ errors }) => errors?.[0]?.extensions['code'] ?? 'done').sort()).toEqual([
        'CONFLICT',
        'done',
      ]);
    });

    it('names every field that cannot be', async () => {
      const [person] = await joined(t, 'faults@exemple.org');
      const wrong = { version: 1, arrondissement: 21, languages: ['xx'], quietFrom: 24, availability: ['mon-night'] };
      const { errors } = await person.ask(PROFILE, { input: wrong });
      const fields = errors?.[0]?.extensions['fields'] as { path: string; message: string }[];
      expect(fields.map((field) => field.path).sort()).toEqual([
        'arrondissement',
        'availability',
        'languages',
        'quietFrom',
      ]);
    });

    it('keeps a telephone number as one can dial it, and refuses one that is none', async () => {
      const [person] = await joined(t, 'phone@exemple.org');
      const change = { givenName: 'Awa', familyName: 'Iris', phone: '06 12 34 56 78' };
      expect((await person.get<{ updateContact: object }>(CONTACT, { input: change })).updateContact).toMatchObject({
        familyName: 'Iris',
        phone: '+33612345678',
        email: 'phone@exemple.org',
      });
      const bad = async (changes: object): Promise<unknown> =>
        (await person.ask(CONTACT, { input: { givenName: 'Awa', ...changes } })).errors?.[0]?.extensions['fields'];
      expect(await bad({ phone: '12' })).toMatchObject([{ path: 'phone', rule: 'isPhone' }]);
      expect(await bad({ birthYear: new Date().getFullYear() - 3 })).toMatchObject([{ path: 'birthYear' }]);
      expect(await person.get(CONTACT, { input: { givenName: 'Awa', phone: null } })).toMatchObject({
        updateContact: { phone: null, familyName: 'Iris', birthYear: 1990 },
      });
    });
  });

  describe('consents', () => {
    it('keep the exact words, version, language and date', async () => {
      const [person] = await joined(t, 'words@exemple.org');
      const { myConsents } = await person.get<{ myConsents: { text: { body: string } }[] }>(MY_CONSENTS);
      expect(myConsents).toMatchObject([
        { purpose: 'network:climate', withdrawnAt: null, source: 'site', text: { version: 1, locale: 'fr' } },
        { purpose: 'terms', withdrawnAt: null, source: 'site', text: { version: 1, locale: 'fr' } },
      ]);
      const { consentTexts } = await t
        .visitor()
        .get<{ consentTexts: { body: string }[] }>(
          '{ consentTexts(purposes: ["network:climate", "nothing"], locale: fr) { purpose version body publishedAt } }',
        );
      expect(consentTexts).toHaveLength(1);
      expect(myConsents[0]?.text.body).toBe(consentTexts[0]?.body);
    });

    it('can be taken back and given again, and history stays', async () => {
      const [person] = await joined(t, 'history@exemple.org');
      const phone = { purpose: 'contact-by-phone', version: 1 };
      await Promise.all([1, 2].map(() => person.get(GIVE, { consent: phone })));
      await person.get(WITHDRAW, { purpose: phone.purpose });
      const { giveConsent } = await person.get<{ giveConsent: Consents }>(GIVE, { consent: phone });
      const history = giveConsent.filter((consent) => consent.purpose === phone.purpose);
      expect(history.map((consent) => consent.withdrawnAt === null)).toEqual([true, false]);
      expect(await codeOf(person.ask(GIVE, { consent: { ...phone, version: 7 } }))).toBe('BAD_USER_INPUT');
      expect(await codeOf(person.ask(WITHDRAW, { purpose: 'nothing' }))).toBe('BAD_USER_INPUT');
    });

    it('end the membership that rests on them, and all with the terms', async () => {
      const [person] = await joined(t, 'leaving@exemple.org', ['climate', 'solidarity']);
      const networks = async (): Promise<unknown> =>
        (
          await person.get<{ viewer: { volunteer: { memberships: object[] } } }>(
            '{ viewer { volunteer { memberships { network } } } }',
          )
        ).viewer.volunteer.memberships;
      await person.get(WITHDRAW, { purpose: 'network:climate' });
      expect(await networks()).toEqual([{ network: 'solidarity' }]);
      await person.get(WITHDRAW, { purpose: 'terms' });
      expect(await networks()).toEqual([]);
      const back = { network: 'climate', consent: { purpose: 'network:climate', version: 1 } };
      expect(await person.get(JOIN_NETWORK, back)).toMatchObject({ joinNetwork: { reason: 'CONSENT_MISSING' } });
      await person.get(GIVE, { consent: { purpose: 'terms', version: 1 } });
      expect(await person.get(JOIN_NETWORK, back)).toMatchObject({
        joinNetwork: { memberships: [{ network: 'climate' }] },
      });
      expect(await person.get(JOIN_NETWORK, back)).toMatchObject({ joinNetwork: { reason: 'ALREADY_JOINED' } });
      expect(await person.get(LEAVE, { network: 'climate' })).toEqual({ leaveNetwork: { memberships: [] } });
      const { myConsents } = await person.get<{ myConsents: Consents }>(MY_CONSENTS);
      expect(myConsents.filter((consent) => consent.withdrawnAt === null).map((consent) => consent.purpose)).toEqual([
        'terms',
      ]);
    });

    it('cannot be rewritten afterwards', async () => {
      await expect(t.db.query(`update consent_text set body = 'other'`)).rejects.toThrow('append-only');
    });
  });

  describe('contact data', () => {
    it('opens to who coordinates her, for a purpose, and she sees it', async () => {
      const [person, id] = await joined(t, 'seen@exemple.org', ['climate']);
      const climate = await t.signIn('climate@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
      const solidarity = await t.signIn('solidarity@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]);
      const trainer = await t.signIn('trainer@exemple.org', [{ role: 'trainer' }]);
      const asked = { id, purpose: 'Séance déplacée' };
      expect(await codeOf(trainer.ask(READ, asked))).toBe('FORBIDDEN');
      expect(await codeOf(person.ask(READ, asked))).toBe('FORBIDDEN');
      expect(await codeOf(solidarity.ask(READ, asked))).toBe('NOT_FOUND');
      expect(await codeOf(climate.ask(READ, { id, purpose: ' ' }))).toBe('BAD_USER_INPUT');
      expect(await codeOf(climate.ask(READ, { id: '00000000-0000-4000-8000-000000000000', purpose: 'Essai' }))).toBe(
        'NOT_FOUND',
      );
      expect(await climate.get(READ, asked)).toEqual({ readContact: { email: 'seen@exemple.org', phone: null } });
      await person.get('{ myContact { email } }');
      const { myContactReadings } = await person.get<{ myContactReadings: object[] }>(
        '{ myContactReadings { at actor purpose } }',
      );
      expect(myContactReadings).toMatchObject([
        { actor: 'Coordination (Volontaires du Climat)', purpose: 'Séance déplacée' },
      ]);
    });

    it('closes to the coordination of a network once she has left it', async () => {
      const [person, id] = await joined(t, 'left@exemple.org', ['climate']);
      const climate = await t.signIn('climate@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
      await person.get(LEAVE, { network: 'climate' });
      expect(await codeOf(climate.ask(READ, { id, purpose: 'Essai' }))).toBe('NOT_FOUND');
    });
  });

  describe('the list of volunteers', () => {
    beforeAll(async () => {
      await joined(t, 'elise@exemple.org', ['climate'], { givenName: 'Élise' });
      await joined(t, 'elisabeth@exemple.org', ['solidarity'], { givenName: 'ELISABETH' });
      const [percent] = await joined(t, 'percent@exemple.org', ['climate'], { givenName: 'Zoé%' });
      await percent.get(PROFILE, { input: { version: 1, arrondissement: 12 } });
    });

    const names = async (person: Person, filter: object): Promise<string[]> =>
      (await person.get<Listed>(LIST, { filter })).volunteers.nodes.map((node) => node.displayName);

    it('shows each coordinator her own people', async () => {
      const all = await t.signIn('all@exemple.org', [{ role: 'admin' }]);
      const climate = await t.signIn('climate@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
      const twelfth = await t.signIn('twelfth@exemple.org', [{ role: 'coordinator', arrondissement: 12 }]);
      expect(await names(all, { text: 'elis' })).toEqual(['ELISABETH', 'Élise']);
      expect(await names(climate, { text: 'ÉLIS' })).toEqual(['Élise']);
      expect(await names(climate, { text: '%' })).toEqual(['Zoé%']);
      expect(await names(twelfth, {})).toEqual(['Zoé%']);
      expect(await names(all, { hasAccount: false })).toEqual([]);
      expect(await names(all, { network: 'solidarity', text: 'elis' })).toEqual(['ELISABETH']);
      expect(await codeOf((await t.signIn()).ask(LIST))).toBe('FORBIDDEN');
    });

    it('comes in pages that miss nobody and repeat nobody', async () => {
      const all = await t.signIn('all@exemple.org', [{ role: 'admin' }]);
      const seen: string[] = [];
      let after: string | null = null;
      let total: number;
      do {
        const { volunteers }: Listed = await all.get<Listed>(LIST, { first: 3, after });
        seen.push(...volunteers.nodes.map((node) => (node as unknown as { id: string }).id));
        after = volunteers.pageInfo.hasNextPage ? volunteers.pageInfo.endCursor : null;
        total = volunteers.total;
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(total);
      expect(await codeOf(all.ask(LIST, { after: 'nonsense' }))).toBe('BAD_USER_INPUT');
    });
  });

  it('tells other parts answers, not data', async () => {
    const [, id] = await joined(t, 'directory@exemple.org', ['climate'], { birthYear: 2000 });
    const directory = t.app.get(VolunteerDirectory);
    expect(await directory.displayNames([id])).toEqual(new Map([[id, 'Awa']]));
    expect(await directory.isAtLeast(id, 18, new Date('2018-01-01T12:00:00Z'))).toBe(true);
    expect(await directory.isAtLeast(id, 18, new Date('2017-12-31T12:00:00Z'))).toBe(false);
  });

  describe('statements', () => {
    const MINE = '{ viewer { email volunteer { displayName memberships { network } } } }';

    it.each([
      ['my profile with its networks: who asks, account, profile, networks', MINE, {}, 4],
      ['my consents with their texts: who asks, all of them', MY_CONSENTS, {}, 2],
    ])('%s', async (_, query, variables, most) => {
      const [person] = await joined(t, `few.${most}@exemple.org`, ['climate', 'solidarity', 'paris']);
      const sent = await statementsOf(t.db, () => person.get(query, variables));
      expect(sent.length).toBeLessThanOrEqual(most);
    });

    it('a page of any number of volunteers: who asks, the page, the total', async () => {
      const all = await t.signIn('all@exemple.org', [{ role: 'admin' }]);
      const withTotal = await statementsOf(t.db, () => all.get(LIST, { first: 100 }));
      expect(withTotal).toHaveLength(3);
      const without = await statementsOf(t.db, () => all.get('{ volunteers { nodes { id networks } } }'));
      expect(without).toHaveLength(2);
    });
  });
});
