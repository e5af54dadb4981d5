import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { CertificateArgs, ShareCertificateArgs } from './certificate.inputs.js';
import { CertificateRefused, ShareCertificateResult } from './certificate.refusal.js';
import { MyCertificate, TrainingRecord } from './certificate.types.js';
import { CertificateViews } from './certificate.views.js';
import { MyCertificates } from './my-certificates.service.js';
import { TrainingRecordView } from './training-record.view.js';

/** Doors of a holder to her own certificates. */
@Resolver()
export class RecognitionResolver {
  constructor(
    private readonly records: TrainingRecordView,
    private readonly mine: MyCertificates,
    private readonly views: CertificateViews,
  ) {}

  @Query(() => TrainingRecord, { description: 'My trainings, hours and certificates.' })
  @Allow('volunteer')
  myTrainingRecord(@Me() me: Actor & { volunteerId: string }, @ReaderLocale() locale: Locale): Promise<TrainingRecord> {
    return this.records.of(me.volunteerId, locale);
  }

  @Query(() => MyCertificate, { description: 'One certificate of mine.' })
  @Allow('volunteer')
  async myCertificate(
    @Args() { id }: CertificateArgs,
    @Me() me: Actor & { volunteerId: string },
    @ReaderLocale() locale: Locale,
  ): Promise<MyCertificate> {
    return this.views.mine(await this.mine.own(me.volunteerId, id), locale);
  }

  @Mutation(() => ShareCertificateResult, { description: 'Shows my name to whoever has the code, or no longer.' })
  @Allow('volunteer')
  async shareCertificate(
    @Args() { id, shared }: ShareCertificateArgs,
    @Me() me: Actor & { volunteerId: string },
    @ReaderLocale() locale: Locale,
  ): Promise<MyCertificate | CertificateRefused> {
    const outcome = await this.mine.share(me.volunteerId, id, shared);
    return 'refused' in outcome ? new CertificateRefused(outcome.refused, locale) : this.views.mine(outcome, locale);
  }
}
