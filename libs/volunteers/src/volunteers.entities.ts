import { Consent, ConsentText } from './consent.entity.js';
import { Contact } from './contact.entity.js';
import { LivedExperience, LivedExperienceReading } from './lived-experience.entities.js';
import { DuplicatePair, MergedProfile } from './merge.entities.js';
import { Membership } from './membership.entity.js';
import { ImportChange, ImportChunk, ImportFix, ImportMapping, StagedRow } from './import-tables.entity.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import { Volunteer } from './volunteer.entity.js';

/** Every table of volunteers, as the explicit list that the applications hand to the database. */
export const volunteerEntities = [
  VolunteerImport,
  Volunteer,
  Contact,
  Membership,
  ConsentText,
  Consent,
  MergedProfile,
  DuplicatePair,
  LivedExperience,
  LivedExperienceReading,
  ImportChunk,
  ImportFix,
  StagedRow,
  ImportChange,
  ImportMapping,
];
