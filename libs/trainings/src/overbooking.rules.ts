import { FEWEST_PAST_SESSIONS } from './waiting-list.rules.js';
import type { SessionMode, SessionStatus } from './session.rules.js';

/** How many people had a seat when a past session began, and how many of them came. */
export interface PastShow {
  booked: number;
  came: number;
}

/** What makes sessions of one course alike. */
export interface Circumstances {
  mode: SessionMode;
  /** 1 for Monday to 7 for Sunday, in Paris. */
  weekday: number;
  /** 1 to 12, in Paris. */
  month: number;
}

/** How much the past sessions that count have in common with the one to come, closest first. */
export const LIKENESSES = ['SEASON_AND_WEEKDAY', 'WEEKDAY', 'MODE'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Why nothing is advised, or what was asked for is not done. */
export const OVERBOOKING_REFUSALS = [
  'TOO_FEW_SESSIONS',
  'NOTHING_TO_GAIN',
  'ABOVE_ADVICE',
  'BELOW_SEATS_TAKEN',
  'SESSION_OVER',
] as const;
export type OverbookingRefusal = (typeof OVERBOOKING_REFUSALS)[number];

/** The chance, at least, that nobody finds the room full. */
const CONFIDENCE = 0.95;
/** However few came in the past, no more than this many bookings for each seat. */
const MOST_BOOKINGS_PER_SEAT = 1.5;
/** More of the past tells no more: older sessions had other people. */
export const MOST_PAST_SESSIONS = 40;

/** Winter begins in December. */
const seasonOf = (month: number): number => Math.floor((month % 12) / 3);

const LIKE: Record<Likeness, (a: Circumstances, b: Circumstances) => boolean> = {
  SEASON_AND_WEEKDAY: (a, b) => LIKE.WEEKDAY(a, b) && seasonOf(a.month) === seasonOf(b.month),
  WEEKDAY: (a, b) => LIKE.MODE(a, b) && a.weekday === b.weekday,
  MODE: (a, b) => a.mode === b.mode,
};

/**
 * The past sessions of the course that tell most about one to come: as alike as five of them are. Null if there are no
 * five of the same mode: then we do not guess.
 */
export function comparable<Past extends Circumstances>(
  session: Circumstances,
  past: readonly Past[],
): { likeness: Likeness; sessions: Past[] } | null {
  for (const likeness of LIKENESSES) {
    const sessions = past.filter((one) => LIKE[likeness](session, one));
    if (sessions.length >= FEWEST_PAST_SESSIONS) return { likeness, sessions };
  }
  return null;
}

/** One way in which people may show up, and how well the past speaks for it. */
interface Belief {
  /** Parameters of the beta distribution that the share who come is drawn from for each session. */
  alpha: number;
  beta: number;
  weight: number;
}

const MEANS = 60;
const CORRELATIONS = 20;
const LARGEST_CORRELATION = 0.3;
/** What weighs less beside the best belief changes no chance in the first nine digits. */
const NEGLIGIBLE = 1e-13;

/**
 * What the past sessions say about the share of people who come.
 *
 * The number who come to a session of n bookings is beta-binomial: the share varies from session to session (rain,
 * strikes, friends who stay away together) around a mean. Neither the mean nor the correlation within a session is known,
 * so both have a flat prior, over (0, 1) and (0, 0.3), and the posterior is taken on a grid of 60 x 20 points. Few or
 * uneven sessions leave it wide, and the advice careful.
 *
 * Hierarchical beta-binomial model: Gelman et al., Bayesian Data Analysis, 3rd ed., section 5.3.
 */
export function beliefsFrom(past: readonly PastShow[]): Belief[] {
  const beliefs: Belief[] = [];
  for (let i = 0; i < MEANS; i++) {
    const mean = (i + 0.5) / MEANS;
    for (let k = 0; k < CORRELATIONS; k++) {
      const correlation = ((k + 0.5) / CORRELATIONS) * LARGEST_CORRELATION;
      const size = (1 - correlation) / correlation;
      const [alpha, beta] = [mean * size, (1 - mean) * size];
      const base = logBeta(alpha, beta);
      let weight = 0;
      for (const { booked, came } of past) weight += logBeta(alpha + came, beta + booked - came) - base;
      beliefs.push({ alpha, beta, weight });
    }
  }
  const best = Math.max(...beliefs.map(({ weight }) => weight));
  const scaled = beliefs
    .map((belief) => ({ ...belief, weight: Math.exp(belief.weight - best) }))
    .filter(({ weight }) => weight > NEGLIGIBLE);
  const total = scaled.reduce((sum, { weight }) => sum + weight, 0);
  return scaled.map((belief) => ({ ...belief, weight: belief.weight / total }));
}

/** The chance, 0 to 1, that no more people come than there are seats. */
export function chanceOfRoom(beliefs: readonly Belief[], seats: number, bookings: number): number {
  if (bookings <= seats) return 1;
  let tooMany = 0;
  for (const { alpha, beta, weight } of beliefs) tooMany += weight * tailAbove(seats, bookings, alpha, beta);
  return Math.max(0, 1 - tooMany);
}

/** What past sessions allow. */
export interface Advice {
  /** Bookings that can be accepted, more than the room has seats. */
  seats: number;
  /** Chance in percent, rounded down, that no more people come than the room has seats. */
  chance: number;
  /** Share in percent of those booked who came, over the sessions that count. */
  showPercent: number;
  pastSessions: number;
}

/**
 * How many bookings to accept so that with 95 % chance no more people come than the room has seats: never fewer than its
 * seats, never more than the law lets in.
 *
 * @param roomSeats seats of the room
 * @param legalMaximum most people that the place may hold; null if not known
 * @param past sessions that are comparable
 */
export function advise(
  roomSeats: number,
  legalMaximum: number | null,
  past: readonly PastShow[],
): Advice | 'TOO_FEW_SESSIONS' | 'NOTHING_TO_GAIN' {
  if (past.length < FEWEST_PAST_SESSIONS) return 'TOO_FEW_SESSIONS';
  const beliefs = beliefsFrom(past);
  let enough = roomSeats;
  let most = Math.min(Math.floor(roomSeats * MOST_BOOKINGS_PER_SEAT), legalMaximum ?? Infinity);
  // The chance never grows with the bookings, so halving finds the last number that is good enough.
  while (enough < most) {
    const middle = Math.ceil((enough + most) / 2);
    if (chanceOfRoom(beliefs, roomSeats, middle) >= CONFIDENCE) enough = middle;
    else most = middle - 1;
  }
  if (enough <= roomSeats) return 'NOTHING_TO_GAIN';
  const booked = past.reduce((sum, session) => sum + session.booked, 0);
  const came = past.reduce((sum, session) => sum + session.came, 0);
  return {
    seats: enough,
    chance: percentOf(chanceOfRoom(beliefs, roomSeats, enough)),
    showPercent: Math.round((100 * came) / Math.max(1, booked)),
    pastSessions: past.length,
  };
}

/** A session for which another number of bookings is to be accepted. */
export interface Fillable {
  status: SessionStatus;
  startsAt: Date;
  capacity: number;
  seatsTaken: number;
}

/** Why that many bookings are not accepted, or null. As many as the room has seats need no evidence. */
export function whyNotOverbook(
  session: Fillable,
  seats: number,
  advice: Pick<Advice, 'seats'> | 'TOO_FEW_SESSIONS' | 'NOTHING_TO_GAIN',
  now: Date,
): OverbookingRefusal | null {
  if (session.status === 'cancelled' || session.startsAt <= now) return 'SESSION_OVER';
  if (seats < session.seatsTaken) return 'BELOW_SEATS_TAKEN';
  if (seats <= session.capacity) return null;
  if (typeof advice === 'string') return advice;
  return seats > advice.seats ? 'ABOVE_ADVICE' : null;
}

/** A chance as a percentage that promises no more than is true. */
export const percentOf = (chance: number): number => Math.floor(100 * chance);

/** Chance that more than `seats` of `bookings` people come, by the ratio of neighbouring terms of the beta-binomial. */
function tailAbove(seats: number, bookings: number, alpha: number, beta: number): number {
  let term = Math.exp(logBeta(alpha + bookings, beta) - logBeta(alpha, beta));
  let sum = 0;
  for (let come = bookings; come > seats; come--) {
    sum += term;
    term *= (come / (bookings - come + 1)) * ((beta + bookings - come) / (alpha + come - 1));
  }
  return sum;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Logarithm of the gamma function for x > 0: Stirling's series, after stepping up to where it is exact to 1e-13. */
function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < 10; at++) product *= at;
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
