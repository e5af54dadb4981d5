// How the documentation of NestJS, TypeORM and Apollo teaches to write this list: entities with relations, a field
// resolver for each computed value, dataloaders against N+1. Run by `npm run bench:read` for comparison only.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable, Module, Scope } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Args,
  Field,
  ID,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  GraphQLModule,
} from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
// The textbook maps both sides of a relation; ours does not.
/* eslint-disable no-restricted-imports */
import {
  Column,
  Entity,
  In,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Repository,
  type Relation,
} from 'typeorm';

@Entity('theme')
class Theme {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  title: string;
}

@Entity('place')
class Place {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('int', { nullable: true })
  arrondissement: number | null;

  @Column('boolean', { name: 'step_free', nullable: true })
  stepFree: boolean | null;
}

@Entity('partner')
class Partner {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: string;
}

@Entity('course')
class Course {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text', { array: true })
  networks: string[];

  @ManyToOne(() => Theme)
  @JoinColumn({ name: 'theme_id' })
  theme: Relation<Theme> | null;
}

@Entity('session_date')
class SessionDate {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @ManyToOne(() => Session, (session) => session.dates)
  @JoinColumn({ name: 'session_id' })
  session: Relation<Session>;
}

@Entity('enrolment')
class Enrolment {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('text')
  status: string;
}

@ObjectType()
@Entity('training_session')
class Session {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Course)
  @JoinColumn({ name: 'course_id' })
  course: Relation<Course>;

  @ManyToOne(() => Place)
  @JoinColumn({ name: 'place_id' })
  place: Relation<Place> | null;

  @ManyToOne(() => Partner)
  @JoinColumn({ name: 'partner_id' })
  partner: Relation<Partner> | null;

  @OneToMany(() => SessionDate, (date) => date.session)
  dates: Relation<SessionDate[]>;

  @Field(() => String)
  @Column('text')
  mode: string;

  @Field(() => Int)
  @Column('int')
  capacity: number;

  @Column('int', { name: 'seats_taken' })
  seatsTaken: number;

  @Field(() => Date)
  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Field(() => Date)
  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Field(() => [String])
  @Column('text', { array: true })
  languages: string[];

  @Column('text')
  status: string;
}

@ObjectType()
class SessionPage {
  @Field(() => [Session])
  nodes: Session[];
}

/** Counts for all sessions of a request at once. */
@Injectable({ scope: Scope.REQUEST })
class Counts {
  readonly dates = new DataLoader((ids: readonly string[]) => this.count(this.sessionDates, ids, {}));
  readonly waiting = new DataLoader((ids: readonly string[]) =>
    this.count(this.enrolments, ids, { status: 'waiting' }),
  );

  constructor(
    @InjectRepository(SessionDate) private readonly sessionDates: Repository<SessionDate>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
  ) {}

  private async count(
    repository: Repository<SessionDate> | Repository<Enrolment>,
    ids: readonly string[],
    where: object,
  ): Promise<number[]> {
    const rows = await (repository as Repository<Enrolment>)
      .createQueryBuilder('r')
      .select('r.sessionId', 'id')
      .addSelect('count(*)::int', 'n')
      .where({ sessionId: In([...ids]), ...where })
      .groupBy('r.sessionId')
      .getRawMany<{ id: string; n: number }>();
    const counts = new Map(rows.map((row) => [row.id, row.n]));
    return ids.map((id) => counts.get(id) ?? 0);
  }
}

@Resolver(() => Session)
class SessionResolver {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly counts: Counts,
  ) {}

  @Query(() => SessionPage, { name: 'sessions' })
  async list(
    @Args('first', { type: () => Int }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<SessionPage> {
    const page = this.sessions
      .createQueryBuilder('s')
      .leftJoinAndSelect('s.course', 'c')
      .leftJoinAndSelect('c.theme', 't')
      .leftJoinAndSelect('s.place', 'p')
      .leftJoinAndSelect('s.partner', 'r')
      .where('s.status = :status and s.endsAt > :now', { status: 'published', now: new Date() })
      .orderBy('s.startsAt')
      .addOrderBy('s.id')
      .take(first);
    if (after) {
      const [startsAt, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, string];
      page.andWhere('(s.startsAt, s.id) > (:startsAt, :id)', { startsAt, id });
    }
    return { nodes: await page.getMany() };
  }

  @ResolveField(() => String)
  courseSlug(@Parent() session: Session): string {
    return session.course.slug;
  }

  @ResolveField(() => String)
  courseTitle(@Parent() session: Session): string {
    return session.course.title;
  }

  @ResolveField(() => String)
  courseSummary(@Parent() session: Session): string {
    return session.course.summary;
  }

  @ResolveField(() => [String])
  networks(@Parent() session: Session): string[] {
    return session.course.networks;
  }

  @ResolveField(() => String, { nullable: true })
  themeTitle(@Parent() session: Session): string | null {
    return session.course.theme?.title ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  placeName(@Parent() session: Session): string | null {
    return session.place?.name ?? null;
  }

  @ResolveField(() => Int, { nullable: true })
  arrondissement(@Parent() session: Session): number | null {
    return session.place?.arrondissement ?? null;
  }

  @ResolveField(() => Boolean, { nullable: true })
  stepFree(@Parent() session: Session): boolean | null {
    return session.place?.stepFree ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  partnerName(@Parent() session: Session): string | null {
    return session.partner?.name ?? null;
  }

  @ResolveField(() => Int)
  seatsLeft(@Parent() session: Session): number {
    return session.capacity - session.seatsTaken;
  }

  @ResolveField(() => Int)
  dateCount(@Parent() session: Session): Promise<number> {
    return this.counts.dates.load(session.id);
  }

  @ResolveField(() => Int)
  waitingCount(@Parent() session: Session): Promise<number> {
    return this.counts.waiting.load(session.id);
  }
}

const entities = [Theme, Place, Partner, Course, SessionDate, Enrolment, Session];

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env['DATABASE_URL'] ?? '', entities, poolSize: 10 }),
    TypeOrmModule.forFeature(entities),
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true, path: '/graphql' }),
  ],
  providers: [SessionResolver, Counts],
})
class AppModule {}

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: ['error'] });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
