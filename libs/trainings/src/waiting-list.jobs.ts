import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '#platform/jobs';
import { WaitingList } from './waiting-list.service.js';

/** When waiting lists move without anybody's doing. */
@Injectable()
export class WaitingListJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly waitingList: WaitingList,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('offer.expire', async ({ sessionId }) => {
      await this.waitingList.passOn([sessionId]);
    });
    this.jobs.every('waiting-list.sweep', '* * * * *', () => this.waitingList.sweep());
  }
}
