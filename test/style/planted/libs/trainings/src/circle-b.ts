import './circle-a.js';
export const b = 1;
