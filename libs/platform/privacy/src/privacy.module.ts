import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '#platform/jobs';
import { DataExport } from './data-export.js';
import { Eraser } from './eraser.js';
import { ErasureJobs } from './erasure.jobs.js';
import { ErasureMails } from './erasure.mails.js';
import { ErasureCode } from './erasure-code.js';
import { ErasureNotes } from './erasure-notes.js';
import { ErasureObstacles } from './erasure-obstacles.js';
import { ErasureService } from './erasure.service.js';
import { ErasureSteps } from './erasure-steps.js';
import { FreshSignIn } from './fresh-sign-in.js';
import { LastMail } from './last-mail.js';
import { MyDataController } from './my-data.controller.js';
import { MyDataQueries } from './my-data.queries.js';
import { MyDataResolver } from './my-data.resolver.js';
import { MyDataService } from './my-data.service.js';
import { PersonFinder } from './person.js';
import { PERSONAL_DATA, PersonalRegistry } from './personal-registry.js';
import type { PersonalData } from './personal-table.js';
import { platformPersonal } from './platform.personal.js';
import { RetentionService } from './retention.service.js';

/** What people may do about their data, and what time does about it; driven by the declarations of all libs. */
@Module({})
export class PrivacyModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly erasures: ErasureJobs,
    private readonly retention: RetentionService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('erasure.carry-out', ({ pendingId }) => this.erasures.carryOut(pendingId));
    // When the city sleeps: 3:40 or 4:40 in Paris.
    this.jobs.every('retention.run', '40 2 * * *', async () => {
      await this.retention.run();
      await this.erasures.carryOutMissed();
    });
  }

  static with(domains: readonly PersonalData[]): DynamicModule {
    return {
      module: PrivacyModule,
      global: true,
      controllers: [MyDataController],
      providers: [
        { provide: PERSONAL_DATA, useValue: [platformPersonal, ...domains] },
        PersonalRegistry,
        PersonFinder,
        DataExport,
        Eraser,
        ErasureSteps,
        ErasureService,
        ErasureMails,
        ErasureCode,
        ErasureNotes,
        ErasureObstacles,
        LastMail,
        ErasureJobs,
        RetentionService,
        FreshSignIn,
        MyDataQueries,
        MyDataService,
        MyDataResolver,
      ],
      exports: [
        DataExport,
        Eraser,
        ErasureJobs,
        ErasureSteps,
        FreshSignIn,
        PersonFinder,
        PersonalRegistry,
        RetentionService,
      ],
    };
  }
}
