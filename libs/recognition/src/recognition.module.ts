import { Module } from '@nestjs/common';
import { BadgeCheck } from './badge-check.service.js';
import { BadgeRenewal } from './badge-renewal.js';
import { BadgeService } from './badge.service.js';
import { CertificateLists } from './certificate-list.queries.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateResolver } from './certificate.resolver.js';
import { CertificateReview } from './certificate-review.js';
import { CertificateService } from './certificate.service.js';
import { CertificateViews } from './certificate.views.js';
import { CredentialsController, KeySetController } from './credentials.controller.js';
import { DocumentsController } from './documents.controller.js';
import { MyCertificates } from './my-certificates.service.js';
import { RecognitionMails } from './recognition.mails.js';
import { RecognitionResolver } from './recognition.resolver.js';
import { SigningKeys } from './signing-keys.js';
import { TrainingRecords } from './training-record.queries.js';
import { TrainingRecordView } from './training-record.view.js';
import { VerifierController } from './verifier.controller.js';
import { VerifierResolver } from './verifier.resolver.js';
import { VerifierLimit } from './verifier-limit.js';

/** What people take away from trainings: certificates, badges, a record of their hours; and how strangers check them. */
@Module({
  controllers: [CredentialsController, KeySetController, DocumentsController, VerifierController],
  providers: [
    BadgeCheck,
    BadgeRenewal,
    BadgeService,
    CertificateLists,
    CertificateQueries,
    CertificateResolver,
    CertificateReview,
    CertificateService,
    CertificateViews,
    MyCertificates,
    RecognitionMails,
    RecognitionResolver,
    SigningKeys,
    TrainingRecords,
    TrainingRecordView,
    VerifierLimit,
    VerifierResolver,
  ],
  exports: [CertificateReview, SigningKeys],
})
export class RecognitionModule {}
