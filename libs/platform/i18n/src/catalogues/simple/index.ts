export { webPublic } from './web-public.js';
export { webMine } from './web-mine.js';
export { webNotices } from './web-notices.js';
export { webLearning } from './web-learning.js';
export { webMyData } from './web-my-data.js';
export { webSeats } from './web-seats.js';
