export * from './connection-lost.js';
export * from './database.js';
export * from './database.module.js';
export * from './naming.strategy.js';
export * from './setting.entity.js';
export * from './violation.js';
export * from './wait-for-database.js';
export * from './watched-socket.js';
