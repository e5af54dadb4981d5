export const common = {
  'common.network.solidarity': 'Voluntarios de la Solidaridad',
  'common.network.climate': 'Voluntarios del Clima',
  'common.network.paris': 'Voluntarios de París',
} as const;
