import { type Person, TestApp } from './support/app.js';
import { mailsTo } from './support/bookings.js';
import { aCourse, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const FIELDS = 'id open sessions { id } answers { id displayName state reason sessionIds }';
const PUBLISH = `mutation($i: CallInput!) { publishCall(input: $i) { ${FIELDS} } }`;
const FOR_ME = `{ callsForMe { ${FIELDS} } }`;
const ANSWER = `mutation($c: ID!, $s: [ID!]!) { answerCall(callId: $c, sessionIds: $s, message: "Avec plaisir.") { id } }`;
const DECIDE = `mutation($a: ID!, $s: [ID!]!, $r: String!) { decideCall(answerId: $a, sessionIds: $s, reason: $r) { ${FIELDS} } }`;
const CLOSE = `mutation($c: ID!, $r: String!) { closeCall(callId: $c, reason: $r) { ${FIELDS} } }`;

interface Call {
  id: string;
  open: boolean;
  sessions: { id: string }[];
  answers: { id: string; displayName: string; state: string; reason: string | null }[];
}

describe('a call for trainers', () => {
  let t: TestApp;
  let coordinator: Person;
  beforeAll(async () => {
    t = await TestApp.start();
    coordinator = await t.signIn(undefined, [{ role: 'coordinator', network: 'solidarity' }]);
  });
  afterAll(() => t.close());
  afterEach(() => t.clock.real());

  const deadlineOn = (): string => new Date(t.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  const publish = async (change: object = {}): Promise<{ call: Call; sessions: string[] }> => {
    const courseId = await aCourse(t);
    const sessions = [await aSession(t, { courseId }), await aSession(t, { courseId, status: 'draft' })];
    const i = { sessionIds: sessions, message: 'Qui peut animer ?', deadlineOn: deadlineOn(), ...change };
    const { publishCall } = await coordinator.get<{ publishCall: Call[] }>(PUBLISH, { i });
    return { call: publishCall[0]!, sessions };
  };
  const aTrainer = (displayName = 'Samir Tilleul'): Promise<VolunteerPerson> =>
    aVolunteer(t, { displayName, roles: [{ role: 'trainer' }] });
  const callsFor = async (who: Person): Promise<Call[]> => (await who.get<{ callsForMe: Call[] }>(FOR_ME)).callsForMe;
  const faultOf = async (by: Person, query: string, values: object): Promise<unknown> =>
    (await by.ask(query, values)).errors?.[0]?.extensions;

  it('is seen by trainers, answered, and ends with a trainer and an answer for everybody', async () => {
    const { call, sessions } = await publish();
    const [chosen, other, volunteer] = [await aTrainer(), await aTrainer('Awa Cèdre'), await aVolunteer(t)];
    expect((await callsFor(chosen)).map(({ id }) => id)).toContain(call.id);
    expect((await callsFor(volunteer)).map(({ id }) => id)).not.toContain(call.id);
    await chosen.get(ANSWER, { c: call.id, s: sessions });
    await chosen.get(ANSWER, { c: call.id, s: [sessions[0]] });
    await other.get(ANSWER, { c: call.id, s: sessions });
    expect(await faultOf(volunteer, ANSWER, { c: call.id, s: sessions })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await callsFor(other)).find(({ id }) => id === call.id)?.answers).toHaveLength(1);

    const { trainerCalls } = await coordinator.get<{ trainerCalls: Call[] }>(`{ trainerCalls { ${FIELDS} } }`);
    const answer = trainerCalls
      .find(({ id }) => id === call.id)!
      .answers.find((one) => one.displayName === 'Samir Tilleul')!;
    expect(await faultOf(coordinator, DECIDE, { a: answer.id, s: [sessions[1]], r: 'Merci beaucoup' })).toMatchObject({
      fields: [{ path: 'sessionIds' }],
    });
    await coordinator.get(DECIDE, { a: answer.id, s: [sessions[0]], r: 'Merci beaucoup' });
    expect(await faultOf(coordinator, DECIDE, { a: answer.id, s: [], r: 'Finalement non' })).toMatchObject({
      fields: [{ path: 'answerId' }],
    });
    await coordinator.get(CLOSE, { c: call.id, r: 'La session est pourvue.' });
    expect(
      await t.db.query('select volunteer_id as v from session_trainer where session_id = $1', [sessions[0]]),
    ).toEqual([{ v: chosen.volunteerId }]);
    for (const who of [chosen, other]) expect(await mailsTo(t, who.volunteerId)).toEqual(['call-answered']);
    expect((await callsFor(other)).find(({ id }) => id === call.id)?.answers).toMatchObject([
      { state: 'declined', reason: 'La session est pourvue.' },
    ]);
  });

  it('is open to who is qualified, and chooses only who has the role', async () => {
    const [q] = await t.db.query<{ id: string }>(
      `insert into qualification (slug, networks, name, needs) values ('animer', '{solidarity}', 'Animer', 'courses') returning id`,
    );
    const { call, sessions } = await publish({ qualificationId: q!.id });
    const [qualified, trainer] = [await aVolunteer(t), await aTrainer()];
    await t.db.query(
      `insert into qualification_grant (qualification_id, volunteer_id, how, granted_on, proof, created_at)
       values ($1, $2, 'proof', $3::date - 1, 'Diplôme vu', now())`,
      [q!.id, qualified.volunteerId, t.clock.now()],
    );
    expect((await callsFor(trainer)).map(({ id }) => id)).not.toContain(call.id);
    await qualified.get(ANSWER, { c: call.id, s: sessions });
    const [mine] = await callsFor(qualified);
    const decide = { a: mine!.answers[0]!.id, s: [sessions[0]], r: 'Merci beaucoup' };
    expect(await faultOf(coordinator, DECIDE, decide)).toMatchObject({ fields: [{ rule: 'callRole' }] });
  });

  it('takes no answer after its last day, and names sessions of one course of the coordinator', async () => {
    const { call, sessions } = await publish();
    const email = 'tardive@exemple.org';
    await aVolunteer(t, { email, roles: [{ role: 'trainer' }] });
    const climate = await t.signIn(undefined, [{ role: 'coordinator', network: 'climate' }]);
    const i = { sessionIds: sessions, message: 'Qui peut animer ?', deadlineOn: deadlineOn() };
    expect(await faultOf(climate, PUBLISH, { i })).toMatchObject({ code: 'FORBIDDEN' });
    const several = { ...i, sessionIds: [sessions[0], await aSession(t)] };
    expect(await faultOf(coordinator, PUBLISH, { i: several })).toMatchObject({ fields: [{ path: 'sessionIds' }] });
    const past = { ...i, deadlineOn: '2026-01-01' };
    expect(await faultOf(coordinator, PUBLISH, { i: past })).toMatchObject({ fields: [{ path: 'deadlineOn' }] });
    t.clock.advance({ days: 9 });
    expect(await faultOf(await t.signIn(email), ANSWER, { c: call.id, s: sessions })).toMatchObject({
      fields: [{ rule: 'callOpen' }],
    });
  });
});
