import { Module } from '@nestjs/common';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { CardLimiter } from './card-limiter.js';
import { CardResolver } from './card.resolver.js';
import { CardService } from './card.service.js';
import { RequestLimiter } from './request-limiter.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';

@Module({
  providers: [
    AccountsService,
    AccountsQueries,
    AccountsResolver,
    SignInService,
    SignInResolver,
    RequestLimiter,
    CardService,
    CardLimiter,
    CardResolver,
  ],
  exports: [AccountsService, AccountsQueries, CardService, SignInService],
})
export class AccountsModule {}
