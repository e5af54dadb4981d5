export { webPublic } from './web-public.js';
export { webMine } from './web-mine.js';
export { webNotices } from './web-notices.js';
