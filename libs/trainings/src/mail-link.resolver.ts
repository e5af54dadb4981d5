import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { Allow } from '#platform/identity';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { MailLinkAnswerEnum } from './enrolment.enums.js';
import { CancelRefused } from './enrolment.refusal.js';
import type { MailLinkAnswer } from './mail-link.rules.js';
import { MailLinks, type MailLinkState } from './mail-link.service.js';
import { MailLinkResult, MailLinkView } from './mail-link.types.js';
import { OfferRefused } from './offer.refusal.js';

const TOKEN = { type: () => String, description: 'The last part of the link.' };

@Resolver()
export class MailLinkResolver {
  constructor(private readonly links: MailLinks) {}

  @Query(() => MailLinkView, {
    nullable: true,
    description:
      'What a link of a mail is for; null if it is not one of ours. Changes nothing, however often it is read.',
  })
  @Allow('public')
  async mailLink(@Args('token', TOKEN) token: string, @ReaderLocale() locale: Locale): Promise<MailLinkView | null> {
    const state = await this.links.read(token);
    return state && viewOf(state, locale);
  }

  @Mutation(() => MailLinkResult, {
    description: 'Answers by a link of a mail; the link is the right, no sign-in needed.',
  })
  @Allow('public')
  async answerMailLink(
    @Args('token', TOKEN) token: string,
    @Args('answer', { type: () => MailLinkAnswerEnum, description: 'What the reader chooses.' }) answer: MailLinkAnswer,
    @ReaderLocale() locale: Locale,
  ): Promise<MailLinkView | OfferRefused | CancelRefused> {
    const outcome = await this.links.answer(token, answer);
    if ('refusedOffer' in outcome) return new OfferRefused(outcome.refusedOffer, outcome.enrolment, locale);
    if ('refusedCancel' in outcome) return new CancelRefused(outcome.refusedCancel, locale);
    return viewOf(outcome, locale);
  }
}

function viewOf({ action, enrolment, closedBy }: MailLinkState, locale: Locale): MailLinkView {
  return { action, enrolment, open: closedBy === null, whyClosed: closedBy && inWords(closedBy, locale) };
}

function inWords(closedBy: NonNullable<MailLinkState['closedBy']>, locale: Locale): string {
  return 'offer' in closedBy
    ? t(locale, `enrolment.offer.${closedBy.offer}`)
    : t(locale, `enrolment.cancel.${closedBy.cancel}`);
}
