import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { userError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { CallQueries } from './call.queries.js';
import { CallService } from './call.service.js';
import { AnswerCallArgs, CallInput, DecideCallArgs, TrainerCallView } from './call.types.js';
import { IdArg } from './id-arg.js';

const SHORTEST_REASON = 5;

@Resolver()
export class CallResolver {
  constructor(
    private readonly queries: CallQueries,
    private readonly service: CallService,
  ) {}

  @Query(() => [TrainerCallView], { description: 'Calls for trainers of the networks that I coordinate.' })
  @Allow('coordinator')
  trainerCalls(@Me() me: Actor): Promise<TrainerCallView[]> {
    return this.queries.ofCoordinator(me);
  }

  @Query(() => [TrainerCallView], { description: 'Calls for trainers that I may answer, and those that I answered.' })
  @Allow('volunteer')
  callsForMe(@Me() me: Actor): Promise<TrainerCallView[]> {
    return this.queries.forPerson(me);
  }

  @Mutation(() => [TrainerCallView], { description: 'Publishes a call; gives all of mine.' })
  @Allow('coordinator')
  async publishCall(
    @Args('input', { type: () => CallInput, description: 'Who is looked for.' }) input: CallInput,
    @Me() me: Actor,
  ): Promise<TrainerCallView[]> {
    await this.service.publish(input, me);
    return this.queries.ofCoordinator(me);
  }

  @Mutation(() => [TrainerCallView], { description: 'Answers a call, or changes my answer; gives all for me.' })
  @Allow('volunteer')
  async answerCall(@Args() args: AnswerCallArgs, @Me() me: Actor): Promise<TrainerCallView[]> {
    await this.service.answer(args, me);
    return this.queries.forPerson(me);
  }

  @Mutation(() => [TrainerCallView], { description: 'Chooses somebody for sessions, or declines; gives all of mine.' })
  @Allow('coordinator')
  async decideCall(@Args() args: DecideCallArgs, @Me() me: Actor): Promise<TrainerCallView[]> {
    await this.service.decide(args, me);
    return this.queries.ofCoordinator(me);
  }

  @Mutation(() => [TrainerCallView], { description: 'Ends a call and tells who still waits; gives all of mine.' })
  @Allow('coordinator')
  async closeCall(
    @IdArg('callId', 'Identifier of the call.') callId: string,
    @Args('reason', { type: () => String, description: 'What those are told who still wait, 5 characters at least.' })
    reason: string,
    @Me() me: Actor,
  ): Promise<TrainerCallView[]> {
    if (reason.trim().length < SHORTEST_REASON || reason.length > 500)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'reason', rule: 'isLength' }]);
    await this.service.close(callId, reason.trim(), me);
    return this.queries.ofCoordinator(me);
  }
}
