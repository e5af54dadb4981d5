import {
  Args,
  ArgsType,
  Context,
  createUnionType,
  Field,
  Mutation,
  ObjectType,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { Config } from '#platform/config';
import { enumOf, ReaderLocale, Refusal, type RequestContext, UserError } from '#platform/graphql';
import { t } from '#platform/i18n';
import { type Actor, Allow, cookieName, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { AccountsQueries } from './accounts.queries.js';
import { Viewer } from './accounts.types.js';
import { CARD_SIGN_IN_HOURS } from './card.rules.js';
import { CardService } from './card.service.js';
import { CardLimiter } from './card-limiter.js';
import { RequestLimiter } from './request-limiter.js';
import { deviceName } from './sign-in.rules.js';

const CARD_REFUSALS = ['MISTYPED', 'UNKNOWN'] as const;
type CardRefusalReason = (typeof CARD_REFUSALS)[number];
const CardRefusalEnum = enumOf(CARD_REFUSALS);
registerEnumType(CardRefusalEnum, {
  name: 'CardRefusalReason',
  description: 'Why a card did not sign in.',
  valuesMap: {
    MISTYPED: { description: 'These letters are no code: one of them is wrong or missing.' },
    UNKNOWN: { description: 'No card in force has this code.' },
  },
});

@ObjectType({ description: 'A card did not sign in.', implements: () => Refusal })
export class CardRefused extends Refusal {
  @Field(() => CardRefusalEnum, { description: 'Why.' })
  reason: CardRefusalReason;
}

@ObjectType({ description: 'Signed in with a card, for two hours; the cookie is set.' })
export class CardAccepted {
  @Field(() => Viewer, { description: 'Who is signed in now.' })
  viewer: Viewer;
}

const CardSignInResult = createUnionType({
  name: 'CardSignInResult',
  description: 'Signed in with a card, or why not.',
  types: () => [CardAccepted, CardRefused] as const,
  resolveType: (value: object) => ('reason' in value ? CardRefused : CardAccepted),
});

@ArgsType()
class CardArgs {
  @Field(() => String, { description: 'The letters in any case and grouping, or the text of the QR code.' })
  @MaxLength(300)
  code: string;
}

@Resolver(() => Viewer)
export class CardResolver {
  constructor(
    private readonly cards: CardService,
    private readonly queries: AccountsQueries,
    private readonly limiter: RequestLimiter,
    private readonly allLines: CardLimiter,
    private readonly config: Config,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether she signed in with a card, often on a device that others use.' })
  byCard(@Me() me: Actor | null): boolean {
    return me?.byCard ?? false;
  }

  @Mutation(() => CardSignInResult, {
    description: 'Signs in with a printed card, for people without an address. Roles do not count in it.',
  })
  @Allow('public')
  async signInWithCard(
    @Args() { code }: CardArgs,
    @ReaderLocale() locale: Locale,
    @Context() { req, reply }: RequestContext,
  ): Promise<CardAccepted | CardRefused> {
    const wait = this.limiter.secondsToWait(req.ip) || this.allLines.secondsToWait(req.ip);
    if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], wait);
    const result = await this.cards.signIn(code, deviceName(req.headers['user-agent']));
    this.allLines.note(req.ip, typeof result !== 'string');
    if (typeof result === 'string') {
      const reason = result === 'mistyped' ? 'MISTYPED' : 'UNKNOWN';
      return Object.assign(new CardRefused(), { reason, message: t(locale, `cards.refusal.${reason}`) });
    }
    void reply.setCookie(cookieName(this.config), result.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
      maxAge: CARD_SIGN_IN_HOURS * 3600,
    });
    return { viewer: await this.queries.viewer(result.accountId) };
  }
}
