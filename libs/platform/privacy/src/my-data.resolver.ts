import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { AskErasureResult, ConfirmErasureResult, ErasureRefused } from './erasure.refusal.js';
import { ErasureService } from './erasure.service.js';
import { FreshSignIn } from './fresh-sign-in.js';
import { MyDataQueries, underWay } from './my-data.queries.js';
import { ErasureAsked, ErasureUnderWay, MyData, PersonalDataRule, RetentionRunView } from './my-data.types.js';

@Resolver()
export class MyDataResolver {
  constructor(
    private readonly queries: MyDataQueries,
    private readonly erasures: ErasureService,
    private readonly fresh: FreshSignIn,
  ) {}

  @Query(() => [PersonalDataRule], { description: 'What is promised about each kind of personal data.' })
  @Allow('public')
  personalDataRules(@ReaderLocale() locale: Locale): PersonalDataRule[] {
    return this.queries.rules(locale);
  }

  @Query(() => MyData, { description: 'What the platform knows about me.' })
  @Allow('account')
  async myData(@Me() me: Actor, @ReaderLocale() locale: Locale): Promise<MyData> {
    const pending = await this.erasures.pendingOf(me.accountId);
    return {
      freshUntil: await this.fresh.until(me),
      tables: await this.queries.tables(me, locale),
      erasure: pending && underWay(pending),
    };
  }

  @Query(() => [RetentionRunView], { description: 'What rules of retention removed, latest first, at most 200 lines.' })
  @Allow('admin')
  retentionRuns(@ReaderLocale() locale: Locale): Promise<RetentionRunView[]> {
    return this.queries.runs(locale);
  }

  @Mutation(() => AskErasureResult, { description: 'Asks to be erased; nothing happens before it is confirmed.' })
  @Allow('account')
  async askErasure(@Me() me: Actor, @ReaderLocale() locale: Locale): Promise<ErasureAsked | ErasureRefused> {
    const asked = await this.erasures.ask(me, locale);
    return 'refused' in asked ? new ErasureRefused(asked.refused, locale) : asked;
  }

  @Mutation(() => ConfirmErasureResult, { description: 'Confirms that I want to be erased in fourteen days.' })
  @Allow('account')
  async confirmErasure(
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
    @Args('code', { type: () => String, nullable: true, description: 'The code of the mail, if one was sent.' })
    code: string | null,
  ): Promise<ErasureUnderWay | ErasureRefused> {
    const result = await this.erasures.confirm(me, code?.trim() ?? null);
    return 'refused' in result ? new ErasureRefused(result.refused, locale) : underWay(result);
  }

  @Mutation(() => Boolean, { description: 'Takes the wish to be erased back; false if there was none.' })
  @Allow('account')
  withdrawErasure(@Me() me: Actor, @ReaderLocale() locale: Locale): Promise<boolean> {
    return this.erasures.withdraw(me, locale);
  }
}
