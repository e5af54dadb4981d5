import { Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { IdArg } from './id-arg.js';
import { SessionAccess } from './session-access.js';
import { WaitingListQueries } from './waiting-list.queries.js';
import { WaitingRow } from './waiting-list.types.js';

@Resolver()
export class WaitingListResolver {
  constructor(
    private readonly access: SessionAccess,
    private readonly queries: WaitingListQueries,
  ) {}

  @Query(() => [WaitingRow], { description: 'Open offers and the waiting list of a session of my networks, in order.' })
  @Allow('coordinator')
  async waitingList(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @Me() me: Actor,
  ): Promise<WaitingRow[]> {
    await this.access.toCoordinate(me, sessionId);
    return this.queries.rows(sessionId);
  }
}
