import type { common as source } from '../fr/common.js';

export const common: Record<keyof typeof source, string> = {
  'common.network.solidarity': 'Solidarity Volunteers',
  'common.network.climate': 'Climate Volunteers',
  'common.network.paris': 'Paris Volunteers',
};
