export const common = {
  'common.network.solidarity': 'Волонтери солідарності',
  'common.network.climate': 'Волонтери клімату',
  'common.network.paris': 'Волонтери Парижа',
} as const;
