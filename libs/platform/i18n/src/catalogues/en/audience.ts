/** Tags, views, exported lists, and the frame of what coordinators write to many. */
export const audience = {
  'privacy.table.tag_change_person': 'Changes of tags that can be undone',
  'privacy.table.tag_change': 'Tags you have put on or taken off',
  'privacy.table.volunteer_tag': 'Your tags',
  'privacy.table.tag': 'Tags you have made',
  'privacy.table.saved_view': 'Views you keep',
  'privacy.table.mailing_recipient': 'Messages of the coordinators meant for you',
  'privacy.table.mailing': 'Messages you have written to several people',
  'privacy.table.mail_refusal': 'Messages you refuse',
  'privacy.table.people_export': 'Lists you have exported',

  'audience.tag.taken': 'The network already has a tag of this name.',
  'audience.view.tooMany': 'You already keep {most} views. Delete one first.',

  'audience.mail.why': 'You get this message because you are a member of the network “{network}”.',
  'audience.mail.test': '[Test] {subject}',
  'audience.mail.nobody': 'Nobody would get this message: it was not sent.',
  'audience.mail.otherNumber':
    'The list has changed: this message would now go to {count, plural, one {# person} other {# people}}. It was not sent.',
  'audience.mail.sampleSubject': 'An evening to prepare for summer',
  'audience.mail.sampleBody':
    'Together we prepare the **cool spots** of the neighbourhood.\n\n- Thursday at 6:30 pm\n- at the climate house\n\nYour coordinators',

  'audience.source.joined': 'joined online',
  'audience.source.imported': 'import of a list',
  'audience.source.reception': 'reception desk',
  'audience.source.staff': 'team',

  'audience.column.displayName': 'Displayed name',
  'audience.column.givenName': 'First name',
  'audience.column.familyName': 'Family name',
  'audience.column.email': 'E-mail',
  'audience.column.phone': 'Telephone',
  'audience.column.birthYear': 'Year of birth',
  'audience.column.networks': 'Networks',
  'audience.column.arrondissement': 'Arrondissement',
  'audience.column.commune': 'Commune',
  'audience.column.languages': 'Languages',
  'audience.column.skills': 'Skills',
  'audience.column.themes': 'Themes',
  'audience.column.availability': 'Availability',
  'audience.column.tags': 'Tags',
  'audience.column.trainings': 'Trainings attended',
  'audience.column.lastPresence': 'Last presence',
  'audience.column.source': 'Origin',
  'audience.column.joinedOn': 'Joined on',
} as const;
