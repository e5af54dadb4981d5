import { Database } from '../../platform/database/src/index.js';
export const asks = Database;
