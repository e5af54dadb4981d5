export {
  emailKey,
  LIKELY,
  likeness,
  type Likeness,
  type LikenessReason,
  nameKey,
  type PersonTraits,
} from './duplicate.rules.js';
export { type ImportedFile, importVolunteers } from './import-volunteers.js';
export { publishConsentTexts } from './consent.service.js';
export { Consent, ConsentText } from './consent.entity.js';
export { Contact } from './contact.entity.js';
export { ContactDoor, readerInWords } from './contact-door.js';
export { MergeAgain } from './merge.service.js';
export { type MergeClash, type MergePair, MergeSteps } from './merge-steps.js';
export { Membership } from './membership.entity.js';
export { inScopeSql, type Reach, reachOf } from './reach.rules.js';
export { ReceptionService, type WalkIn } from './reception.service.js';
export { Volunteer } from './volunteer.entity.js';
export { VolunteerDirectory } from './volunteer-directory.js';
export { VolunteerImport } from './volunteer-import.entity.js';
export { VolunteerRow } from './volunteer.types.js';
export { volunteerEntities } from './volunteers.entities.js';
export { VolunteersModule } from './volunteers.module.js';
export * from './volunteers.personal.js';
