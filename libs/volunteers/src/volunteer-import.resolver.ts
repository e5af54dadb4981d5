import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { ImportFixing } from './import-fixing.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import {
  ApplyImportArgs,
  ChooseArgs,
  FixCellArgs,
  ImportArgs,
  ImportRowsArgs,
  MapImportArgs,
} from './volunteer-import.inputs.js';
import { VolunteerImportQueries } from './volunteer-import.queries.js';
import { VolunteerImportService } from './volunteer-import.service.js';
import { ImportDetails, ImportFixed, ImportRow } from './volunteer-import.types.js';

@Resolver(() => VolunteerImport)
export class VolunteerImportResolver {
  constructor(
    private readonly queries: VolunteerImportQueries,
    private readonly imports: VolunteerImportService,
    private readonly fixing: ImportFixing,
  ) {}

  @Query(() => [VolunteerImport], { description: 'Imports into networks that I coordinate, last first, at most 100.' })
  @Allow('coordinator')
  volunteerImports(@Me() me: Actor): Promise<VolunteerImport[]> {
    return this.queries.recent(me);
  }

  @Query(() => ImportDetails, { description: 'One import into a network that I coordinate.' })
  @Allow('coordinator')
  async volunteerImport(
    @Me() me: Actor,
    @Args() { id }: ImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportDetails> {
    await this.queries.inMyNetwork(me, id);
    return this.queries.details(me, id, locale);
  }

  @Query(() => [ImportRow], { description: 'Rows of a file that I sent which are not imported as they are.' })
  @Allow('coordinator')
  async volunteerImportRows(
    @Me() me: Actor,
    @Args() { id, ...wanted }: ImportRowsArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportRow[]> {
    return this.queries.rows(await this.queries.mine(me, id), wanted, locale);
  }

  @Mutation(() => ImportDetails, { description: 'Reads a file again, with columns matched by hand or another sheet.' })
  @Allow('coordinator')
  async mapVolunteerImport(
    @Me() me: Actor,
    @Args() { id, mapping, sheet = null }: MapImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportDetails> {
    await this.queries.mine(me, id);
    await this.imports.map(id, mapping, sheet);
    return this.queries.details(me, id, locale);
  }

  @Mutation(() => ImportFixed, { description: 'Writes a cell of a row anew; the row is checked again at once.' })
  @Allow('coordinator')
  async fixImportCell(
    @Me() me: Actor,
    @Args() { id, ...fix }: FixCellArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportFixed> {
    const file = await this.queries.mine(me, id);
    let changed = 0;
    await this.imports.step('fix', id, async (draft) => {
      changed = (await this.fixing.fix(draft, fix)).length;
    });
    const [row, details] = [await this.queries.row(file, fix.line, locale), await this.queries.details(me, id, locale)];
    return { changed, row, details };
  }

  @Mutation(() => ImportFixed, { description: 'Decides about a row: leave it out, or who it is.' })
  @Allow('coordinator')
  async chooseForImportRow(
    @Me() me: Actor,
    @Args() { id, line, choice = null }: ChooseArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportFixed> {
    const file = await this.queries.mine(me, id);
    await this.imports.step('fix', id, (draft) => this.fixing.choose(draft, line, choice));
    const [row, details] = [await this.queries.row(file, line, locale), await this.queries.details(me, id, locale)];
    return { changed: 1, row, details };
  }

  @Mutation(() => ImportDetails, { description: 'Begins to take the sound rows of a file in, or goes on with that.' })
  @Allow('coordinator')
  async applyVolunteerImport(
    @Me() me: Actor,
    @Args() { id, leaveRest }: ApplyImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportDetails> {
    await this.queries.mine(me, id);
    await this.imports.apply(me, id, leaveRest);
    return this.queries.details(me, id, locale);
  }

  @Mutation(() => ImportDetails, { description: 'Stops the reading or the taking in; it can be gone on with.' })
  @Allow('coordinator')
  async stopVolunteerImport(
    @Me() me: Actor,
    @Args() { id }: ImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportDetails> {
    await this.queries.inMyNetwork(me, id);
    await this.imports.stop(id);
    return this.queries.details(me, id, locale);
  }

  @Mutation(() => ImportDetails, {
    description: 'Puts back what an import created and changed, within 24 hours. Who has acted since stays as she is.',
  })
  @Allow('coordinator')
  async undoVolunteerImport(
    @Me() me: Actor,
    @Args() { id }: ImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportDetails> {
    await this.queries.inMyNetwork(me, id);
    await this.imports.undo(me, id);
    return this.queries.details(me, id, locale);
  }

  @Mutation(() => Boolean, { description: 'Forgets a file that was not imported, with its rows and fixes.' })
  @Allow('coordinator')
  async discardVolunteerImport(@Me() me: Actor, @Args() { id }: ImportArgs): Promise<boolean> {
    await this.queries.mine(me, id);
    await this.imports.discard(id);
    return true;
  }
}
