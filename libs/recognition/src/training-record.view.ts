import { Injectable } from '@nestjs/common';
import type { Locale } from '#platform/kernel';
import { CertificateQueries } from './certificate.queries.js';
import type { TrainingRecord } from './certificate.types.js';
import { CertificateViews, datesOf } from './certificate.views.js';
import { canBeSet } from './letters.rules.js';
import { TrainingRecords, yearsOf } from './training-record.queries.js';

/** The record of a person as she sees it. */
@Injectable()
export class TrainingRecordView {
  constructor(
    private readonly records: TrainingRecords,
    private readonly queries: CertificateQueries,
    private readonly views: CertificateViews,
  ) {}

  async of(volunteerId: string, locale: Locale): Promise<TrainingRecord> {
    const lines = await this.records.lines(volunteerId);
    const certificates = await this.queries.ofVolunteer(volunteerId);
    const { name } = await this.records.holder(volunteerId);
    return {
      minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
      years: yearsOf(lines),
      trainings: lines.map((line) => ({ ...line, dates: datesOf(line.dates) })),
      certificates: certificates.map((facts) => this.views.mine(facts, locale)),
      hasPdf: [name, ...lines.map(({ courseTitle }) => courseTitle)].every(canBeSet),
    };
  }
}
