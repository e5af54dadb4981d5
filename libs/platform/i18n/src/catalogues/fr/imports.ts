/** Faults of workbooks that are imported, and what lists hold about people. */
export const imports = {
  'volunteers.import.BROKEN_WORKBOOK':
    'Ce classeur est abîmé ou verrouillé. Ouvrez-le, enregistrez-le à nouveau en .xlsx sans mot de passe, puis renvoyez-le.',
  'volunteers.import.WORKBOOK_TOO_LARGE':
    'Une fois décompressé, ce classeur dépasse ce que la plateforme accepte. Gardez les seules colonnes utiles, ou exportez la feuille en CSV.',
  'volunteers.import.OLD_WORKBOOK':
    'Ce classeur est d’un ancien format (.xls) ou protégé par un mot de passe. Enregistrez-le en .xlsx sans mot de passe, puis renvoyez-le.',
  'volunteers.import.NO_SUCH_SHEET': 'Cette feuille n’est pas dans le classeur. Choisissez-en une autre.',
  'privacy.table.volunteer_import_chunk': 'Fichiers de listes en cours d’import',
  'privacy.table.volunteer_import_fix': 'Corrections de listes en cours d’import',
  'privacy.table.volunteer_import_row': 'Lignes de listes en cours d’import',
  'privacy.table.volunteer_import_change': 'Données d’avant un import, pour l’annuler',
} as const;
