export { Consent, ConsentText } from './consent.entity.js';
export { Contact } from './contact.entity.js';
export { Membership } from './membership.entity.js';
export { Volunteer } from './volunteer.entity.js';
export { VolunteerImport } from './volunteer-import.entity.js';
export { volunteerEntities } from './volunteers.entities.js';
export { VolunteersModule } from './volunteers.module.js';
