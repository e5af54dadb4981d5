export * from './assert-unreachable.js';
export * from './clock.js';
export * from './kernel.module.js';
export * from './markdown.js';
export * from './networks.js';
export * from './paris-time.js';
