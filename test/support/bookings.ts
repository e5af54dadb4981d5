import { randomBytes, randomUUID } from 'node:crypto';
import { cookieName, hashToken } from '#platform/identity';
import { Person, type TestApp } from './app.js';
import type { VolunteerPerson } from './trainings.js';

export interface Booking {
  __typename: 'Enrolment';
  id: string;
  status: string;
  rank: number | null;
  bookingCode: string;
}

export interface Refused {
  __typename: string;
  reason: string;
  message: string;
  overlap?: { courseTitle: string } | null;
  missing?: { title: string }[];
  enrolment?: { status: string } | null;
}

const BOOKING = '... on Enrolment { id status rank bookingCode }';
const ENROL = `mutation($sessionId: ID!, $key: String!, $confirm: Boolean) {
  enrol(sessionId: $sessionId, idempotencyKey: $key, confirmOverlap: $confirm) { __typename ${BOOKING}
    ... on EnrolmentRefused { reason message overlap { courseTitle } missing { title } } } }`;
const ENROL_OTHER = `mutation($sessionId: ID!, $volunteerId: ID!) {
  enrolOther(sessionId: $sessionId, volunteerId: $volunteerId) { __typename ${BOOKING}
    ... on EnrolmentRefused { reason message } } }`;
const CANCEL = `mutation($id: ID!) { cancelEnrolment(id: $id) { __typename ${BOOKING}
  ... on CancelRefused { reason message } } }`;
const REMOVE = `mutation($id: ID!) { removeEnrolment(id: $id) { __typename ${BOOKING}
  ... on CancelRefused { reason message } } }`;
const ANSWER = `mutation($id: ID!, $accept: Boolean!) { answerOffer(enrolmentId: $id, accept: $accept) { __typename
  ${BOOKING} ... on OfferRefused { reason message enrolment { status } } } }`;

type Result = Booking | Refused;

export interface Tap {
  key?: string;
  confirm?: boolean;
}

/** Taps on the button; the answer whatever it is. */
export async function tap(
  person: Person,
  sessionId: string,
  { key = randomUUID(), confirm }: Tap = {},
): Promise<Result> {
  return (await person.get<{ enrol: Result }>(ENROL, { sessionId, key, confirm })).enrol;
}

/** Books, where a booking or a place in the queue is expected. */
export async function book(person: Person, sessionId: string, options: Tap = {}): Promise<Booking> {
  return booking(await tap(person, sessionId, options));
}

/** The reason of a refusal, where one is expected. */
export async function refusal(person: Person, sessionId: string, options: Tap = {}): Promise<string> {
  const result = await tap(person, sessionId, options);
  if (!('reason' in result)) throw new Error(`Not refused: ${JSON.stringify(result)}`);
  return result.reason;
}

export const bookFor = async (staff: Person, sessionId: string, volunteerId: string): Promise<Result> =>
  (await staff.get<{ enrolOther: Result }>(ENROL_OTHER, { sessionId, volunteerId })).enrolOther;

export const cancel = async (person: Person, id: string): Promise<Result> =>
  (await person.get<{ cancelEnrolment: Result }>(CANCEL, { id })).cancelEnrolment;

export const remove = async (staff: Person, id: string): Promise<Result> =>
  (await staff.get<{ removeEnrolment: Result }>(REMOVE, { id })).removeEnrolment;

export const answer = async (person: Person, id: string, accept: boolean): Promise<Result> =>
  (await person.get<{ answerOffer: Result }>(ANSWER, { id, accept })).answerOffer;

function booking(result: Result): Booking {
  if ('reason' in result) throw new Error(`Refused: ${result.reason}`);
  return result;
}

/** Where somebody's booking stands in the database, with the deadline of her open offer. */
export async function stateOf(t: TestApp, id: string): Promise<{ status: string; deadline: Date | null }> {
  const [row] = await t.db.query<{ status: string; deadline: Date | null }>(
    `select e.status, o.deadline_at as deadline
       from enrolment e left join seat_offer o on o.enrolment_id = e.id and o.answer is null where e.id = $1`,
    [id],
  );
  if (!row) throw new Error(`No enrolment ${id}`);
  return row;
}

/** Kinds of the mails written to somebody, in order. */
export async function mailsTo(t: TestApp, volunteerId: string): Promise<string[]> {
  const rows = await t.db.query<{ kind: string }>(
    'select kind from mail where volunteer_id = $1 order by created_at, id',
    [volunteerId],
  );
  return rows.map(({ kind }) => kind);
}

/** Many volunteers at once, signed in, by one statement. */
export async function aCrowd(t: TestApp, size: number): Promise<VolunteerPerson[]> {
  const people = Array.from({ length: size }, () => ({
    token: randomBytes(24).toString('base64url'),
    id: randomUUID(),
  }));
  await t.db.query(
    `with p as (select * from unnest($1::uuid[], $2::text[]) as p(id, token_hash)),
     a as (insert into account (id, email) select id, id || '@exemple.org' from p),
     s as (insert into sign_in (account_id, token_hash, expires_at) select id, token_hash, now() + interval '1 year' from p),
     v as (insert into volunteer (id, account_id, display_name)
           select id, id, 'Personne ' || row_number() over () from p)
     insert into contact (volunteer_id, given_name, birth_year) select id, 'Personne', 1990 from p`,
    [people.map(({ id }) => id), people.map(({ token }) => hashToken(token))],
  );
  return people.map(({ token, id }) =>
    Object.assign(new Person(t.server, `${cookieName(t.config)}=${token}`), { volunteerId: id }),
  );
}
