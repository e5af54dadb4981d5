// The peer: seats as tutorials of NestJS and TypeORM book them, with a pessimistic lock on the session. It checks less
// than our own (no prerequisites, no age, no overlap, no queue) and keeps the count in a column, which favours it.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, Context, Field, GraphQLModule, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { InjectDataSource, InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import {
  Column,
  type DataSource,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Repository,
  Unique,
} from 'typeorm';

@Entity()
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index({ unique: true })
  @Column()
  token: string;

  @Column()
  name: string;
}

@Entity()
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('int')
  capacity: number;

  @Column('int', { default: 0 })
  seatsTaken: number;
}

@ObjectType()
@Entity()
@Unique(['session', 'person'])
export class Enrolment {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => String)
  @Column()
  status: string;

  @ManyToOne(() => Session, { nullable: false })
  session: Session;

  @ManyToOne(() => Person, { nullable: false })
  person: Person;
}

@Entity()
export class Mail {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column()
  kind: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Enrolment;
}

@Injectable()
export class EnrolmentService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  enrol(person: Person, sessionId: string): Promise<Enrolment> {
    return this.source.transaction(async (manager) => {
      const session = await manager.findOneOrFail(Session, {
        where: { id: sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      const where = { session: { id: sessionId }, person: { id: person.id } };
      if (await manager.findOne(Enrolment, { where })) throw new Error('Already enrolled');
      const status = session.seatsTaken < session.capacity ? 'enrolled' : 'waiting';
      const enrolment = await manager.save(manager.create(Enrolment, { session, person, status }));
      if (status === 'enrolled') {
        session.seatsTaken += 1;
        await manager.save(session);
      }
      await manager.save(manager.create(Mail, { kind: `enrolment-${status}`, enrolment }));
      return enrolment;
    });
  }
}

interface RequestContext {
  req: { headers: Record<string, string | undefined> };
}

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  constructor(
    private readonly enrolments: EnrolmentService,
    @InjectRepository(Person) private readonly people: Repository<Person>,
  ) {}

  @Query(() => String)
  hello(): string {
    return 'hello';
  }

  @Mutation(() => Enrolment)
  async enrol(
    @Args('sessionId', { type: () => ID }) sessionId: string,
    @Context() { req }: RequestContext,
  ): Promise<Enrolment> {
    const token = req.headers.cookie?.replace('sid=', '') ?? '';
    return this.enrolments.enrol(await this.people.findOneByOrFail({ token }), sessionId);
  }
}

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env.DATABASE_URL,
      entities: [Person, Session, Enrolment, Mail],
      synchronize: true,
      uuidExtension: 'pgcrypto',
      extra: { max: 20 },
    }),
    TypeOrmModule.forFeature([Person]),
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      context: (req: RequestContext['req']) => ({ req }),
    }),
  ],
  providers: [EnrolmentService, EnrolmentResolver],
})
export class AppModule {}

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { logger: ['error'] });
app.enableShutdownHooks();
await app.listen(Number(process.env.PORT), 'localhost');
