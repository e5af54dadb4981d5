export { catalogues, type Area, type MessageKey } from './catalogues/index.js';
export { directionOf, localeOf } from './locales.js';
export { isMessageKey, languageOf, t, type MessageValues } from './t.js';
