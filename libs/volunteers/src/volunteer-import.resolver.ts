import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { NetworkEnum, ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale, Network } from '#platform/kernel';
import { ImportFiles } from './import-files.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import { VolunteerImportQueries } from './volunteer-import.queries.js';
import { mayImport, VolunteerImportService } from './volunteer-import.service.js';
import { ImportDone, ImportMappingInput, ImportReport, ImportResult } from './volunteer-import.types.js';

@ArgsType()
class ImportArgs {
  @Field(() => ID, { description: 'The file, as its first report named it.' })
  fileId: string;

  @Field(() => NetworkEnum, { description: 'Network that its people join.' })
  network: Network;

  @Field(() => [ImportMappingInput], { description: 'What to read columns as; empty lets the headers decide.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ImportMappingInput)
  mapping: ImportMappingInput[];
}

@Resolver(() => VolunteerImport)
export class VolunteerImportResolver {
  constructor(
    private readonly queries: VolunteerImportQueries,
    private readonly files: ImportFiles,
    private readonly imports: VolunteerImportService,
  ) {}

  @Query(() => [VolunteerImport], { description: 'Imports into networks that I coordinate, last first, at most 100.' })
  @Allow('coordinator')
  volunteerImports(@Me() me: Actor): Promise<VolunteerImport[]> {
    return this.queries.recent(me);
  }

  @Mutation(() => ImportReport, { description: 'Checks a file again, with columns matched by hand. Changes nothing.' })
  @Allow('coordinator')
  async recheckVolunteerImport(
    @Me() me: Actor,
    @Args() { fileId, network, mapping }: ImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportReport> {
    mayImport(me, network);
    return this.imports.check(await this.files.find(me.accountId, fileId), { network, mapping, locale });
  }

  @Mutation(() => ImportResult, { description: 'Imports a file as a whole, or says why not and imports nothing.' })
  @Allow('coordinator')
  async applyVolunteerImport(
    @Me() me: Actor,
    @Args() { fileId, network, mapping }: ImportArgs,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportDone | ImportReport> {
    mayImport(me, network);
    const file = await this.files.find(me.accountId, fileId);
    const result = await this.imports.apply(me, file, { network, mapping, locale });
    if (!('faults' in result)) await this.files.forget(me.accountId, fileId);
    return result;
  }
}
