export { audienceEntities } from './audience.entities.js';
export { audiencePersonal } from './audience.personal.js';
export { AudienceModule } from './audience.module.js';
