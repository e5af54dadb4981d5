/** Words and short sentences that several areas share. */
export const common = {
  'common.network.solidarity': 'Volontaires de la Solidarité',
  'common.network.climate': 'Volontaires du Climat',
  'common.network.paris': 'Volontaires de Paris',
} as const;
