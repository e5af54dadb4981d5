import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { SignedLinks } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { type CancelRefusal, whyNotCancel } from './enrolment.rules.js';
import { EnrolmentService } from './enrolment.service.js';
import type { EnrolmentView } from './enrolment.types.js';
import { isAnswerTo, isMailLinkAction, type MailLinkAction, type MailLinkAnswer } from './mail-link.rules.js';
import type { LinkEnrolment } from './mail-link.types.js';
import { type OfferAnswer, type OfferRefusal, whyNotAnswer } from './offer.rules.js';
import { OfferService } from './offer.service.js';
import type { SessionStatus } from './session.rules.js';

/** What a genuine link is about, and why it is closed, if it is. */
export interface MailLinkState {
  action: MailLinkAction;
  enrolment: LinkEnrolment;
  closedBy: { offer: OfferRefusal } | { cancel: CancelRefusal } | null;
}

export type MailLinkOutcome =
  MailLinkState | { refusedOffer: OfferRefusal; enrolment: EnrolmentView | null } | { refusedCancel: CancelRefusal };

interface LinkRow extends LinkEnrolment {
  sessionStatus: SessionStatus;
  answer: OfferAnswer | null;
  deadlineAt: Date | null;
}

const STATE = `
  select e.status, c.title as "courseTitle", c.slug as "courseSlug", s.id as "sessionId", s.status as "sessionStatus",
         s.starts_at as "startsAt", s.ends_at as "endsAt", p.name as "placeName", o.answer,
         o.deadline_at as "deadlineAt", case when o.answer is null then o.deadline_at end as "offerDeadlineAt",
         case when e.status = 'waiting' then
           (select count(*)::int from enrolment w
             where w.session_id = e.session_id and w.status = 'waiting' and w.queue_no <= e.queue_no) end as rank
    from enrolment e
    join training_session s on s.id = e.session_id
    join course c on c.id = s.course_id
    left join place p on p.id = s.place_id
    left join seat_offer o on o.enrolment_id = e.id`;
const OF_OFFER = `${STATE} where o.id = $1`;
const OF_BOOKING = `${STATE} where e.id = $1 order by o.offered_at desc nulls last limit 1`;

/**
 * Links in mails. To have one is the right to use it, so that one tap in the mail is enough; reading one never changes
 * anything, because mail programmes read every link before the person does.
 */
@Injectable()
export class MailLinks {
  constructor(
    private readonly db: Database,
    private readonly links: SignedLinks,
    private readonly offers: OfferService,
    private readonly enrolments: EnrolmentService,
    private readonly clock: Clock,
  ) {}

  /** What a link is about, or null if it is not one of ours or its booking is gone. */
  async read(token: string): Promise<MailLinkState | null> {
    const claim = this.links.read(token);
    if (!claim || !isMailLinkAction(claim.kind)) return null;
    return this.stateOf(claim.kind, claim.id);
  }

  /** Does what the link is for. */
  async answer(token: string, answer: MailLinkAnswer): Promise<MailLinkOutcome> {
    const claim = this.links.read(token);
    if (!claim || !isMailLinkAction(claim.kind) || !isAnswerTo(claim.kind, answer))
      return { refusedOffer: 'LINK_INVALID', enrolment: null };
    const { kind, id } = claim;
    const state = await this.stateOf(kind, id);
    if (!state) return { refusedOffer: 'LINK_INVALID', enrolment: null };
    // A second tap is told what the first one did.
    if (kind === 'cancel_enrolment' && state.enrolment.status === 'cancelled') return state;
    if (kind === 'accept_offer') {
      const result = await this.offers.answerByLink(id, answer === 'accept');
      if ('refused' in result) return { refusedOffer: result.refused, enrolment: result.enrolment };
    } else {
      const result = await this.enrolments.cancelByLink(id);
      if ('refused' in result) return { refusedCancel: result.refused };
    }
    return (await this.stateOf(kind, id)) ?? { refusedOffer: 'LINK_INVALID', enrolment: null };
  }

  private async stateOf(action: MailLinkAction, id: string): Promise<MailLinkState | null> {
    const [row] =
      action === 'accept_offer'
        ? await this.db.read<LinkRow>('mail-link-offer', OF_OFFER, [id])
        : await this.db.read<LinkRow>('mail-link-booking', OF_BOOKING, [id]);
    if (!row) return null;
    const { sessionStatus, answer, deadlineAt, ...enrolment } = row;
    const now = this.clock.now();
    if (action === 'cancel_enrolment') {
      const cancel = whyNotCancel(row.status, row.startsAt, now);
      return { action, enrolment, closedBy: cancel && { cancel } };
    }
    const offer = deadlineAt && whyNotAnswer({ answer, deadlineAt, sessionStatus, startsAt: row.startsAt }, now);
    return { action, enrolment, closedBy: offer && { offer } };
  }
}
