import { Module } from '@nestjs/common';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { AccountMails } from './accounts.mails.js';
import { CardLimiter } from './card-limiter.js';
import { CardResolver } from './card.resolver.js';
import { CardService } from './card.service.js';
import { FactorProofResolver } from './factor-proof.resolver.js';
import { FactorProofService } from './factor-proof.service.js';
import { PasskeysService } from './passkeys.service.js';
import { RequestLimiter } from './request-limiter.js';
import { SecondFactorQueries } from './second-factor.queries.js';
import { SecondFactorResolver } from './second-factor.resolver.js';
import { SecondFactorService } from './second-factor.service.js';
import { SignInAnswer } from './sign-in-answer.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';
import { TotpService } from './totp.service.js';

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
    SignInAnswer,
    AccountMails,
    SecondFactorService,
    SecondFactorQueries,
    SecondFactorResolver,
    TotpService,
    PasskeysService,
    FactorProofService,
    FactorProofResolver,
  ],
  exports: [AccountsService, AccountsQueries, CardService, RequestLimiter, SecondFactorService, SignInService],
})
export class AccountsModule {}
