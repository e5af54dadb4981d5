import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hashToken } from '#platform/identity';
import type { DurablePostgres } from './processes.js';

/** Sessions, with how many seats each, and the people who want them. */
export interface DrillSize {
  people: number;
  sessions: number;
  seats: number;
}

interface Answer {
  data?: Record<string, Outcome> | null;
  errors?: { extensions?: { code?: string } }[];
}
interface Outcome {
  __typename: string;
  id?: string;
  status?: string;
  reason?: string;
}

const BOOKING = '__typename ... on Enrolment { id status }';
const ENROL = `mutation($session: ID!, $key: String!) { outcome: enrol(sessionId: $session, idempotencyKey: $key) {
  ${BOOKING} ... on EnrolmentRefused { reason } } }`;
const CANCEL = `mutation($id: ID!) { outcome: cancelEnrolment(id: $id) { ${BOOKING} ... on CancelRefused { reason } } }`;
const ACCEPT = `mutation($id: ID!, $accept: Boolean!) { outcome: answerOffer(enrolmentId: $id, accept: $accept) {
  ${BOOKING} ... on OfferRefused { reason } } }`;
const LOOK = 'query($id: ID!) { outcome: myEnrolment(id: $id) { __typename id status rank } }';

/** Puts sessions and signed-in volunteers into an empty, migrated database. */
export async function settle(db: DurablePostgres, { people, sessions, seats }: DrillSize): Promise<Settled> {
  const all = Array.from({ length: people }, () => ({
    id: randomUUID(),
    token: randomBytes(24).toString('base64url'),
  }));
  await db.query(
    `with p as (select * from unnest($1::uuid[], $2::text[]) as p(id, token_hash)),
     a as (insert into account (id, email) select id, id || '@exemple.org' from p),
     s as (insert into sign_in (account_id, token_hash, expires_at) select id, token_hash, now() + interval '1 day' from p),
     v as (insert into volunteer (id, account_id, display_name) select id, id, 'Personne' from p)
     insert into contact (volunteer_id, given_name, email, birth_year) select id, 'Personne', id || '@exemple.org', 1990 from p`,
    [all.map(({ id }) => id), all.map(({ token }) => hashToken(token))],
  );
  // One a day, so that nobody's bookings overlap.
  const rows = await db.query<{ id: string }>(
    `with c as (insert into course (slug, networks, title, status)
                values ('aller-vers', '{solidarity}', 'Aller vers', 'published') returning id),
     s as (insert into training_session (course_id, mode, online_url, capacity, status, starts_at, ends_at,
                                         enrolment_opens_at, enrolment_closes_at)
           select c.id, 'online', 'https://visio.exemple.org/salle', $2, 'published', at, at + interval '2 hours',
                  now() - interval '1 day', at
             from c, lateral (select now() + n * interval '1 day' as at from generate_series(10, 9 + $1::int) n) days
           returning id, starts_at, ends_at),
     d as (insert into session_date (session_id, starts_at, ends_at) select id, starts_at, ends_at from s)
     select id from s`,
    [sessions, seats],
  );
  return { people: all, sessions: rows.map(({ id }) => id) };
}

export interface Settled {
  people: { id: string; token: string }[];
  sessions: string[];
}

/** What a person was told last about a booking. */
export interface Told {
  id: string;
  key: string;
  status: string;
}

/** A person who books, gives up and answers offers, again and again, and remembers what she was told. */
export class DrillPerson {
  readonly told: Told[] = [];
  private active: Told | null = null;

  constructor(
    private readonly token: string,
    private readonly sessions: readonly string[],
    private readonly desk: Desk,
    private readonly random: () => number,
  ) {}

  async actUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      if (this.active) await this.reconsider(this.active);
      else await this.book();
      await pause(30 + this.random() * 150);
    }
  }

  /** How a booking of hers stands now. */
  look(id: string): Promise<Outcome & { rank?: number | null }> {
    return this.desk.ask(this.token, LOOK, { id });
  }

  private async book(): Promise<void> {
    const session = this.sessions[Math.floor(this.random() * this.sessions.length)];
    const key = randomUUID();
    const { id, status, reason } = await this.desk.ask(this.token, ENROL, { session, key });
    if (!id || !status) throw new Error(`Nobody may be refused here: ${reason}`);
    this.active = { id, key, status };
    this.told.push(this.active);
  }

  private async reconsider(booking: Told): Promise<void> {
    const chance = this.random();
    if (chance < 0.4) {
      // The answer to a first try may be lost; the second is then told that there is nothing to cancel any more.
      const { status } = await this.desk.ask(this.token, CANCEL, { id: booking.id });
      this.leave(booking, status ?? 'cancelled');
    } else if (booking.status !== 'enrolled') {
      const { status } = await this.look(booking.id);
      if (status === 'offered') await this.answer(booking, chance < 0.85);
    }
  }

  private async answer(booking: Told, accept: boolean): Promise<void> {
    const { status, reason } = await this.desk.ask(this.token, ACCEPT, { id: booking.id, accept });
    if (!status) throw new Error(`An open offer was refused: ${reason}`);
    if (accept) booking.status = status;
    else this.leave(booking, status);
  }

  private leave(booking: Told, status: string): void {
    booking.status = status;
    this.active = null;
  }
}

/** The way to the API: asks until there is an answer, as a patient client does, and counts what came instead. */
export class Desk {
  answered = 0;
  /** After the drill nobody goes on asking. */
  isClosed = false;
  /** How often there was no answer, by the code of the refusal; LINE: the line was cut. */
  readonly failures: Record<string, number> = {};

  constructor(private readonly url: string) {}

  async ask(token: string, query: string, variables: object): Promise<Outcome> {
    for (;;) {
      const { data, errors } = await this.once(token, query, variables);
      if (!errors && data?.outcome) {
        this.answered++;
        return data.outcome;
      }
      if (this.isClosed) throw new Error('The drill has ended before this was answered');
      const code = errors?.[0]?.extensions?.code ?? 'NOTHING';
      this.failures[code] = (this.failures[code] ?? 0) + 1;
      await pause(500);
    }
  }

  async once(token: string, query: string, variables: object = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', cookie: `sid=${token}` };
    try {
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body });
      return (await response.json()) as Answer;
    } catch {
      return { errors: [{ extensions: { code: 'LINE' } }] };
    }
  }
}
