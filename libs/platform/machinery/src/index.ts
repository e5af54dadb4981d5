import type { DynamicModule, Type } from '@nestjs/common';
import { AuditLine, AuditModule } from '#platform/audit';
import { accountEntities } from '#platform/accounts';
import { type Config, ConfigModule } from '#platform/config';
import { DatabaseModule, Setting } from '#platform/database';
import { IdentityModule } from '#platform/identity';
import { JobsModule } from '#platform/jobs';
import { type Clock, KernelModule } from '#platform/kernel';
import { mailEntities, MailModule } from '#platform/mail';
import { privacyEntities } from '#platform/privacy';

export { logger, runProgram } from './program.js';

type Entity = new () => object;

/** Entities of the platform itself; an application adds those of its domain libs. */
export const platformEntities: Entity[] = [Setting, AuditLine, ...accountEntities, ...mailEntities, ...privacyEntities];

/** What every process stands on, whether it serves HTTP, does jobs or runs one command. */
export function machinery(config: Config, clock: Clock, domainEntities: Entity[]): (DynamicModule | Type)[] {
  return [
    KernelModule.with(clock),
    ConfigModule.with(config),
    DatabaseModule.with([...platformEntities, ...domainEntities]),
    IdentityModule,
    AuditModule,
    JobsModule,
    MailModule,
  ];
}
