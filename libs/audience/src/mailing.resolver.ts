import { Args, ArgsType, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { Config } from '#platform/config';
import { LocaleEnum, NetworkEnum, ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale, Network } from '#platform/kernel';
import { renderMail } from '#platform/mail';
import { letter } from './mailing.mails.js';
import { MailingQueries } from './mailing.queries.js';
import { type MailingDraft, MailingService } from './mailing.service.js';
import { MailingPreview, MailingRefused, MailingResult, MailingView } from './mailing.types.js';
import { filterOf, PeopleFilterInput } from './people.inputs.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

@InputType({ description: 'A mail to many.' })
class MailingInput {
  @Field(() => NetworkEnum, { description: 'The network in whose name it is written; only its members get it.' })
  network: Network;

  @Field(() => String, { description: 'Subject, up to 150 signs.' })
  @Transform(trimmed)
  @Length(3, 150)
  subject: string;

  @Field(() => String, { description: 'Text in Markdown: headings, lists, bold, links.' })
  @Transform(trimmed)
  @Length(10, 20_000)
  body: string;

  @Field(() => LocaleEnum, { description: 'Language it is written in.' })
  locale: Locale;

  @Field(() => PeopleFilterInput, { description: 'To whom.' })
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter: PeopleFilterInput;

  @Field(() => Boolean, { nullable: true, description: 'Let reception tell those who have no address.' })
  notices?: boolean | null;
}

@ArgsType()
class SendMailingArgs {
  @Field(() => MailingInput, { description: 'The mail.' })
  @ValidateNested()
  @Type(() => MailingInput)
  input: MailingInput;

  @Field(() => Int, { description: 'How many people were confirmed, as the preview counted them.' })
  @Min(1)
  expected: number;
}

@ArgsType()
class MailingArgs {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  id: string;
}

const INPUT = { type: () => MailingInput, description: 'The mail.' };

@Resolver(() => MailingView)
export class MailingResolver {
  constructor(
    private readonly mailings: MailingService,
    private readonly queries: MailingQueries,
    private readonly config: Config,
  ) {}

  @Query(() => [MailingView], { description: 'Mails to many of my networks, the latest twenty.' })
  @Allow('coordinator')
  mailingsToMany(@Me() me: Actor): Promise<MailingView[]> {
    return this.queries.latest(me);
  }

  @Query(() => MailingPreview, { description: 'A mail to many as it would leave, and whom it reaches. Sends nothing.' })
  @Allow('coordinator')
  async previewMailing(@Me() me: Actor, @Args('input', INPUT) input: MailingInput): Promise<MailingPreview> {
    const { brandName, publicUrl } = this.config;
    const reach = await this.mailings.reach(me, draftOf(input));
    const mail = { ...letter(input, input.locale), unsubscribeUrl: `${publicUrl}/u/…` };
    return { ...reach, ...renderMail(mail, { locale: input.locale, name: 'Lina', brandName, publicUrl }) };
  }

  @Mutation(() => Boolean, { description: 'Sends a mail to many to my own address, to look at.' })
  @Allow('coordinator')
  async testMailing(@Me() me: Actor, @Args('input', INPUT) input: MailingInput): Promise<boolean> {
    await this.mailings.test(me, draftOf(input));
    return true;
  }

  @Mutation(() => MailingResult, {
    description: 'Sends a mail to many, if it still goes to as many as were confirmed.',
  })
  @Allow('coordinator')
  async sendMailing(
    @Me() me: Actor,
    @Args() { input, expected }: SendMailingArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<MailingView | MailingRefused> {
    const result = await this.mailings.send(me, draftOf(input), expected);
    return 'id' in result ? this.queries.one(result.id) : MailingRefused.of(result.now, locale);
  }

  @Mutation(() => MailingView, { description: 'Stops a mail to many: who has not been sent it yet gets nothing.' })
  @Allow('coordinator')
  async stopMailing(@Me() me: Actor, @Args() { id }: MailingArgs): Promise<MailingView> {
    await this.mailings.stop(me, id);
    return this.queries.one(id);
  }
}

function draftOf(input: MailingInput): MailingDraft {
  const { network, subject, body, locale, notices } = input;
  return { network, subject, body, locale, notices: notices ?? false, filter: filterOf(input.filter) };
}
