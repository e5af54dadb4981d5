export { common } from './common.js';
export { identity } from './identity.js';
export { volunteers } from './volunteers.js';
export { trainings } from './trainings.js';
export { mails } from './mails.js';
export { webPublic } from './web-public.js';
export { webMine } from './web-mine.js';
export { webStaff } from './web-staff.js';
