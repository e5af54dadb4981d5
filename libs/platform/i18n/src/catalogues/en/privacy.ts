/** What the platform knows about people, table by table, and why something stays. */
export const privacy = {
  'privacy.table.account': 'Account',
  'privacy.table.sign_in': 'Signed-in devices',
  'privacy.table.sign_in_code': 'Sign-in codes',
  'privacy.table.one_time_link': 'Sign-in links',
  'privacy.table.role_grant': 'Roles',
  'privacy.table.mail': 'E-mails sent',
  'privacy.table.audit_entry': 'Journal',
  'privacy.table.volunteer': 'Profile',
  'privacy.table.contact': 'Contact details',
  'privacy.table.membership': 'Networks',
  'privacy.table.consent': 'Consents',
  'privacy.table.volunteer_import': 'Imported lists',
  'privacy.table.enrolment': 'Enrolments in trainings',
  'privacy.table.seat_offer': 'Seats offered',
  'privacy.table.attendance': 'Attendance',
  'privacy.table.session_trainer': 'Trainings given',
};
