import { parisDay } from '#platform/kernel';
import { offerDeadline } from './waiting-list.rules.js';

const HOUR_MS = 3_600_000;
const LONGEST_DESK_OFFER_HOURS = 72;

/**
 * Until when somebody whom no mail reaches must answer an offer made now, or null if none may be made.
 *
 * She learns of it when she comes by, so it lasts 72 h instead of 24; when the session is near, two thirds of the time
 * that is left instead of half. On the day itself there is no time to give: 2 h as for everybody. It is never shorter
 * than an offer by mail and never lasts beyond the start.
 */
export function deskOfferDeadline(now: Date, startsAt: Date): Date | null {
  const byMail = offerDeadline(now, startsAt);
  if (!byMail || parisDay(now) === parisDay(startsAt)) return byMail;
  const left = startsAt.getTime() - now.getTime();
  const lasts = Math.min((left * 2) / 3, LONGEST_DESK_OFFER_HOURS * HOUR_MS);
  return new Date(Math.max(byMail.getTime(), now.getTime() + lasts));
}
