export { audienceEntities } from './audience.entities.js';
export { AudienceModule } from './audience.module.js';
