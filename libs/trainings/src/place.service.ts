import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import type { PlaceInput } from './course.inputs.js';
import { Place } from './place.entity.js';
import { SessionNotices } from './session-notices.js';
import { SessionDate, SessionTrainer, TrainingSession } from './session.entity.js';
import { isSamePlace, type PlaceToTell } from './session.rules.js';

const TO_COME = `
  select id from training_session
   where place_id = $1 and status = 'published' and ends_at > $2
   order by id for no key update`;

/** Writes places. They belong to no network, so that every coordinator keeps their access details true. */
@Injectable()
export class PlaceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notices: SessionNotices,
  ) {}

  /**
   * Adds or changes a place. If it gets another name or address, those who are expected there are told.
   * @throws NOT_FOUND, BAD_USER_INPUT if another place has the name, or sessions to come accept more people than the law would let in
   */
  async save(input: PlaceInput, me: Actor): Promise<Place> {
    return this.db.transaction(async () => {
      const place = input.id ? await this.locked(input.id) : new Place();
      const before = input.id ? { name: place.name, address: place.address } : null;
      Object.assign(place, {
        name: input.name,
        address: input.address,
        arrondissement: input.arrondissement ?? null,
        accessDetails: input.accessDetails ?? '',
        stepFree: input.stepFree ?? null,
        hearingLoop: input.hearingLoop ?? null,
        legalCapacity: input.legalCapacity ?? null,
        latitude: input.latitude ?? null,
        longitude: input.longitude ?? null,
      });
      const saved = await this.db.repo(Place).save(place).catch(explainFault);
      const notified = before && !isSamePlace(before, saved) ? await this.tell(saved.id, before) : 0;
      const subject = { subjectType: 'place', subjectId: saved.id };
      await this.audit.write({ actor: me, action: 'place.save', ...subject, details: { notified } });
      return saved;
    });
  }

  private async locked(id: string): Promise<Place> {
    const place = await this.db.repo(Place).findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!place) throw notFound('Place');
    return place;
  }

  private async tell(placeId: string, before: PlaceToTell): Promise<number> {
    const now = this.clock.now();
    let notified = 0;
    for (const { id } of await this.db.query<{ id: string }>(TO_COME, [placeId, now])) {
      await this.db.repo(TrainingSession).increment({ id }, 'calendarSequence', 1);
      await this.db.repo(TrainingSession).update({ id }, { updatedAt: now });
      const session = await this.db.repo(TrainingSession).findOneByOrFail({ id });
      const dates = await this.db.repo(SessionDate).findBy({ sessionId: id });
      const trainers = await this.db.repo(SessionTrainer).findBy({ sessionId: id });
      const { mode, onlineUrl } = session;
      notified += await this.notices.changed(
        session,
        { dates: dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), mode, onlineUrl, place: before },
        trainers.map((trainer) => trainer.volunteerId),
      );
    }
    return notified;
  }
}

const FAULTS: Record<string, { path: string; rule: string }> = {
  place_name_unique: { path: 'name', rule: 'nameTaken' },
  session_within_legal_maximum: { path: 'legalCapacity', rule: 'belowSessions' },
};

function explainFault(error: unknown): never {
  const fault = FAULTS[violatedConstraint(error) ?? ''];
  if (!fault) throw error;
  throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [fault]);
}
