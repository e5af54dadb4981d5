import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '#platform/jobs';
import { TagService } from './tag.service.js';

/** What the clock asks of this lib. */
@Injectable()
export class AudienceJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly tags: TagService,
  ) {}

  onModuleInit(): void {
    this.jobs.every('tags.forget-changes', '40 2 * * *', () => this.tags.forgetChanges());
  }
}
