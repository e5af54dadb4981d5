import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsUUID, Max, Min } from 'class-validator';
import { enumOf, NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import { type Pool, POOLS } from './seat-pools.rules.js';

export const SeatPoolEnum = enumOf(POOLS);
registerEnumType(SeatPoolEnum, {
  name: 'SeatPool',
  description: 'Where a seat of a shared session is from.',
  valuesMap: {
    solidarity: { description: 'Kept for the Volunteers of Solidarity.' },
    climate: { description: 'Kept for the Volunteers of the Climate.' },
    open: { description: 'Open to all.' },
  },
});

@ObjectType({ description: 'Seats of a session that are kept for a network, or open to all.' })
export class SeatShare {
  @Field(() => SeatPoolEnum, { description: 'For whom.' })
  pool: Pool;

  @Field(() => Int, { description: 'Seats that the coordinator gave them.' })
  quota: number;

  @Field(() => Int, { description: 'Seats that they have now: unused ones go to all when the quotas are released.' })
  seats: number;

  @Field(() => Int, { description: 'Seats of theirs that nobody holds and that are not offered to anybody.' })
  seatsLeft: number;
}

@ObjectType({ description: 'How the seats of a session are shared out between the networks.' })
export class SeatSharingView {
  @Field(() => Int, { description: 'Days before the start when unused seats become open to all.' })
  releaseDays: number;

  @Field(() => Date, { description: 'When that is.' })
  releasedAt: Date;

  @Field(() => Boolean, { description: 'Whether that has happened: then every free seat is open to all.' })
  isReleased: boolean;

  @Field(() => [SeatShare], { description: 'The shares: Solidarity, Climate, open to all.' })
  shares: SeatShare[];
}

@ObjectType('ReservedRank', { description: 'A place among those who wait for the seats of one network.' })
export class ReservedRankView {
  @Field(() => NetworkEnum, { description: 'The network that the seats are kept for.' })
  network: Network;

  @Field(() => Int, { description: 'Place among its people on the waiting list, from 1.' })
  rank: number;
}

@ArgsType()
export class ShareSeatsArgs {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID()
  sessionId: string;

  @Field(() => Int, { description: 'Seats for the Volunteers of Solidarity.' })
  @Min(0)
  @Max(5000)
  solidarity: number;

  @Field(() => Int, { description: 'Seats for the Volunteers of the Climate; those that are left are open to all.' })
  @Min(0)
  @Max(5000)
  climate: number;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 7,
    description: 'Days before the start when unused seats become open to all, 1 to 60.',
  })
  @Min(1)
  @Max(60)
  releaseDays: number;
}
