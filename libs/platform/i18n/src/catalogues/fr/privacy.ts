/** What the platform knows about people, table by table, and why something stays. */
export const privacy = {
  'privacy.table.account': 'Compte',
  'privacy.table.sign_in': 'Appareils connectés',
  'privacy.table.sign_in_code': 'Codes de connexion',
  'privacy.table.one_time_link': 'Liens de connexion',
  'privacy.table.role_grant': 'Rôles',
  'privacy.table.mail': 'E-mails envoyés',
  'privacy.table.audit_entry': 'Journal',
  'privacy.table.volunteer': 'Profil',
  'privacy.table.contact': 'Coordonnées',
  'privacy.table.membership': 'Réseaux',
  'privacy.table.consent': 'Consentements',
  'privacy.table.volunteer_import': 'Listes importées',
  'privacy.table.enrolment': 'Inscriptions aux formations',
  'privacy.table.seat_offer': 'Propositions de place',
  'privacy.table.attendance': 'Présences',
  'privacy.table.session_trainer': 'Formations données',
} as const;
