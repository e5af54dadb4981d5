import type { INestApplicationContext } from '@nestjs/common';
import { CertificateReview } from '#lib/recognition';
import { publishConsentTexts } from '#lib/volunteers';
import { AccountsService } from '#platform/accounts';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { writeReception } from './at-reception.js';
import { writeBookings } from './bookings.js';
import { personId, writePeople } from './people.js';
import { personas, writePersonas } from './personas.js';
import { writeProgramme } from './programme-rows.js';
import { Random } from './random.js';
import { assignTrainers, writeSessions } from './sessions.js';
import { planSessions, sessionOfToday } from './timetable.js';
import { writeSharedSeats } from './shared-seats.js';
import { writeOwnBookings } from './own-bookings.js';

export { personas };

/** How many people, and how many sessions of each course before and after today. */
const SIZES = {
  demo: { people: 2_000, rounds: { past: 9, upcoming: 5 } },
  network: { people: 60_000, rounds: { past: 60, upcoming: 20 } },
  stress: { people: 1_000_000, rounds: { past: 400, upcoming: 120 } },
};

export type SeedSize = keyof typeof SIZES;

export interface SeedOptions {
  size: SeedSize;
  /** The same number gives the same people. */
  seed: number;
  log: (line: string) => void;
}

const MARK = 'demo.seeded';
const TRAINERS = 6;

/**
 * Fills a database with the real programme and plainly fictional people, once: a second run changes nothing. Either all
 * of it is there afterwards or nothing.
 */
export async function seed(app: INestApplicationContext, { size, seed: number, log }: SeedOptions): Promise<void> {
  const db = app.get(Database);
  const now = app.get(Clock).now();
  await publishConsentTexts(db);
  await db.transaction(async () => {
    const mark = JSON.stringify({ size, seed: number });
    const marked = await db.query(
      'insert into setting (key, value) values ($1, $2) on conflict (key) do nothing returning key',
      [MARK, mark],
    );
    if (marked.length === 0) return log('The demonstration is there already: nothing was changed.');
    const { people, rounds } = SIZES[size];
    const crowd = { count: people, seed: number, now };
    await writePeople(db, crowd, log);
    log(`People: ${people.toLocaleString('en')}`);
    const own = await writePersonas(app);
    const ids = await writeProgramme(db, now);
    const planned = [sessionOfToday(now), ...planSessions(now, rounds, new Random(number))];
    const sessions = await writeSessions(db, planned, ids);
    await writeBookings(db, sessions, crowd);
    await assignTrainers(db, sessions, await writeTrainers(app, number, own.get('trainer')));
    await writeOwnBookings(db, sessions, own, now);
    await writeReception(app, sessions, now);
    await writeSharedSeats(db, sessions, now);
    // Nobody is told of what she attended long ago.
    await app.get(CertificateReview).run({ tell: false });
    log(`Sessions: ${sessions.length.toLocaleString('en')}`);
  });
  await db.query('analyze');
}

/** The persona and a few of the crowd. */
async function writeTrainers(
  app: INestApplicationContext,
  seedNumber: number,
  persona: string | undefined,
): Promise<string[]> {
  const accounts = app.get(AccountsService);
  const others: string[] = [];
  for (let number = 1; number < TRAINERS; number++) {
    const email = `personne${number}@exemple.org`;
    await accounts.grant(null, { email, role: 'trainer', network: null, arrondissement: null, expiresAt: null });
    others.push(personId(seedNumber, number));
  }
  // The second in turn gets the first session, which is today's.
  return persona ? [...others.slice(0, 1), persona, ...others.slice(1)] : others;
}
