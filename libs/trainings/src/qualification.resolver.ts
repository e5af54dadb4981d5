import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, userError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { IdArg } from './id-arg.js';
import { ProofInput, QualificationInput } from './qualification.inputs.js';
import { QualificationQueries } from './qualification.queries.js';
import { QualificationService } from './qualification.service.js';
import { CourseQualifications, GrantView, MyQualification, QualificationView } from './qualification.types.js';

const SHORTEST_REASON = 5;

@Resolver()
export class QualificationResolver {
  constructor(
    private readonly queries: QualificationQueries,
    private readonly service: QualificationService,
  ) {}

  @Query(() => [QualificationView], { description: 'Every qualification, those granted no longer last.' })
  @Allow('public')
  qualifications(): Promise<QualificationView[]> {
    return this.queries.all();
  }

  @Query(() => CourseQualifications, { description: 'What a course asks for, earns and renews.' })
  @Allow('public')
  courseQualifications(
    @Args('slug', { type: () => String, description: 'Address of the course.' }) slug: string,
    @Me() me: Actor | null,
  ): Promise<CourseQualifications> {
    return this.queries.ofCourse(slug, me?.volunteerId ?? null);
  }

  @Query(() => [MyQualification], { description: 'Where I stand with every qualification.' })
  @Allow('volunteer')
  myQualifications(@Me() me: Actor): Promise<MyQualification[]> {
    return this.queries.of(me.volunteerId);
  }

  @Query(() => [GrantView], { description: 'Who of my networks was granted it, the latest first, 500 at most.' })
  @Allow('coordinator')
  qualificationHolders(
    @IdArg('qualificationId', 'Identifier of the qualification.') id: string,
    @Me() me: Actor,
  ): Promise<GrantView[]> {
    return this.queries.holders(id, me);
  }

  @Mutation(() => QualificationView, {
    description: 'Makes or changes a qualification of a network that I coordinate.',
  })
  @Allow('coordinator')
  async saveQualification(
    @Args('input', { type: () => QualificationInput, description: 'The qualification as it shall be.' })
    input: QualificationInput,
    @Me() me: Actor,
  ): Promise<QualificationView> {
    const saved = await this.queries.byId(await this.service.save(input, me));
    if (!saved) throw notFound('Qualification');
    return saved;
  }

  @Mutation(() => GrantView, { description: 'Grants a qualification for a diploma from elsewhere that I have seen.' })
  @Allow('coordinator')
  async grantQualification(
    @Args('input', { type: () => ProofInput, description: 'What was shown, and by whom.' }) input: ProofInput,
    @Me() me: Actor,
  ): Promise<GrantView> {
    return this.found(await this.service.grant(input, me));
  }

  @Mutation(() => GrantView, { description: 'Withdraws a grant, for a reason that is written down.' })
  @Allow('coordinator')
  async withdrawQualification(
    @IdArg('grantId', 'Identifier of the grant.') id: string,
    @Args('reason', { type: () => String, description: 'Why, at least 5 characters.' }) reason: string,
    @Me() me: Actor,
  ): Promise<GrantView> {
    if (reason.trim().length < SHORTEST_REASON || reason.length > 300)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'reason', rule: 'isLength' }]);
    await this.service.withdraw(id, reason.trim(), me);
    return this.found(id);
  }

  private async found(id: string): Promise<GrantView> {
    const grant = await this.queries.grant(id);
    if (!grant) throw notFound('Grant');
    return grant;
  }
}
