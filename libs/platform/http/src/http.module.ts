import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphqlModule } from '#platform/graphql';
import { AccessGuard } from '#platform/identity';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import { HttpErrorsFilter } from './http-errors.filter.js';
import { Maintenance } from './maintenance.js';
import { SystemResolver } from './system.resolver.js';
import { WebController } from './web.controller.js';

/** Health, pages, and the guard that denies whatever does not say whom it allows. */
@Module({
  imports: [GraphqlModule],
  controllers: [HealthController, WebController],
  providers: [
    Health,
    Maintenance,
    SystemResolver,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: HttpErrorsFilter },
  ],
  exports: [Health],
})
export class HttpModule {}
