import { Module } from '@nestjs/common';
import { AccountsModule } from '#platform/accounts';
import { ConsentQueries } from './consent.queries.js';
import { ConsentResolver } from './consent.resolver.js';
import { ConsentService } from './consent.service.js';
import { ContactDoor } from './contact-door.js';
import { ContactResolver } from './contact.resolver.js';
import { ImportJobs } from './import.jobs.js';
import { ImportApplying } from './import-applying.js';
import { ImportCounts } from './import-counts.js';
import { ImportDoubts } from './import-doubts.js';
import { ImportFiles } from './import-files.js';
import { ImportFixing } from './import-fixing.js';
import { ImportForgets } from './import-forgets.js';
import { ImportReading } from './import-reading.js';
import { ImportRows } from './import-rows.js';
import { ImportTraces } from './import-traces.js';
import { ImportUndoing } from './import-undoing.js';
import { ImportWork } from './import-work.js';
import { JoinService } from './join.service.js';
import { LivedExperienceResolver } from './lived-experience.resolver.js';
import { LivedExperienceService } from './lived-experience.service.js';
import { AddressResolver } from './address.resolver.js';
import { AddressProofs } from './address-proofs.js';
import { AddressService } from './address.service.js';
import { DuplicateDecisions } from './duplicate-decisions.js';
import { DuplicateFinder } from './duplicate-finder.js';
import { MergeProfiles } from './merge-profiles.js';
import { MergeSteps } from './merge-steps.js';
import { MergeQueries } from './merge.queries.js';
import { MergeResolver } from './merge.resolver.js';
import { MergeService } from './merge.service.js';
import { TableMerger } from './table-merger.js';
import { VolunteerMergeSteps } from './volunteer-merge-steps.js';
import { People } from './people.js';
import { ProfileService } from './profile.service.js';
import { ReceptionQueries } from './reception.queries.js';
import { ReceptionResolver } from './reception.resolver.js';
import { ReceptionService } from './reception.service.js';
import { VolunteerDirectory } from './volunteer-directory.js';
import { VolunteerImportController } from './volunteer-import.controller.js';
import { VolunteerImportQueries } from './volunteer-import.queries.js';
import { VolunteerImportResolver } from './volunteer-import.resolver.js';
import { VolunteerImportService } from './volunteer-import.service.js';
import { VolunteerQueries } from './volunteer.queries.js';
import { ViewerResolver, VolunteerResolver } from './volunteer.resolver.js';

/** People of the networks: profile, contact, consents, memberships, and the import of lists. */
@Module({
  imports: [AccountsModule],
  controllers: [VolunteerImportController],
  providers: [
    ConsentQueries,
    ConsentResolver,
    ConsentService,
    ContactDoor,
    ContactResolver,
    ImportApplying,
    ImportCounts,
    ImportDoubts,
    ImportFiles,
    ImportFixing,
    ImportForgets,
    ImportJobs,
    ImportReading,
    ImportRows,
    ImportTraces,
    ImportUndoing,
    ImportWork,
    JoinService,
    LivedExperienceResolver,
    LivedExperienceService,
    People,
    ProfileService,
    AddressResolver,
    AddressProofs,
    AddressService,
    DuplicateDecisions,
    DuplicateFinder,
    MergeProfiles,
    MergeQueries,
    MergeResolver,
    MergeService,
    MergeSteps,
    TableMerger,
    VolunteerMergeSteps,
    ReceptionQueries,
    ReceptionResolver,
    ReceptionService,
    ViewerResolver,
    VolunteerDirectory,
    VolunteerImportQueries,
    VolunteerImportResolver,
    VolunteerImportService,
    VolunteerQueries,
    VolunteerResolver,
  ],
  exports: [MergeSteps, ContactDoor, ReceptionService, VolunteerDirectory, VolunteerImportService],
})
export class VolunteersModule {}
