import { Mailing, MailingRecipient, MailRefusal } from './mailing.entity.js';
import { PeopleExport } from './people-export.entity.js';
import { SavedView } from './saved-view.entity.js';
import { Tag, TagChangePerson, TagChangeRow, VolunteerTag } from './tag.entity.js';

/** Every table of this lib, as the explicit list that the applications hand to the database. */
export const audienceEntities = [
  Tag,
  VolunteerTag,
  TagChangeRow,
  TagChangePerson,
  SavedView,
  Mailing,
  MailingRecipient,
  MailRefusal,
  PeopleExport,
];
