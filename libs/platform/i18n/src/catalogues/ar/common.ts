export const common = {
  'common.network.solidarity': 'متطوعو التضامن',
  'common.network.climate': 'متطوعو المناخ',
  'common.network.paris': 'متطوعو باريس',
} as const;
