import type { volunteers as source } from '../fr/volunteers.js';

export const volunteers: Record<keyof typeof source, string> = {
  'volunteers.language.fr': 'French',
  'volunteers.language.en': 'English',
  'volunteers.language.es': 'Spanish',
  'volunteers.language.ar': 'Arabic',
  'volunteers.language.pt': 'Portuguese',
  'volunteers.language.de': 'German',
  'volunteers.language.it': 'Italian',
  'volunteers.language.ru': 'Russian',
  'volunteers.language.uk': 'Ukrainian',
  'volunteers.language.ro': 'Romanian',
  'volunteers.language.pl': 'Polish',
  'volunteers.language.tr': 'Turkish',
  'volunteers.language.fa': 'Persian',
  'volunteers.language.ps': 'Pashto',
  'volunteers.language.bn': 'Bengali',
  'volunteers.language.ta': 'Tamil',
  'volunteers.language.zh': 'Chinese',
  'volunteers.language.vi': 'Vietnamese',
  'volunteers.language.wo': 'Wolof',
  'volunteers.language.fsl': 'French sign language',
  'volunteers.skill.listening': 'listening',
  'volunteers.skill.first-aid': 'first aid',
  'volunteers.skill.teaching': 'teaching',
  'volunteers.skill.translation': 'translation',
  'volunteers.skill.writing': 'writing',
  'volunteers.skill.digital': 'digital',
  'volunteers.skill.cooking': 'cooking',
  'volunteers.skill.gardening': 'gardening',
  'volunteers.skill.repair': 'repair',
  'volunteers.skill.driving': 'driving',
  'volunteers.skill.logistics': 'logistics',
  'volunteers.skill.events': 'organising events',
  'volunteers.skill.photography': 'photography',
  'volunteers.theme.outreach': 'outreach',
  'volunteers.theme.homeless-women': 'homeless women',
  'volunteers.theme.isolation': 'isolation',
  'volunteers.theme.food-aid': 'food aid',
  'volunteers.theme.access-to-rights': 'access to rights',
  'volunteers.theme.heat-wave': 'heat wave',
  'volunteers.theme.waste': 'waste',
  'volunteers.theme.food': 'food',
  'volunteers.theme.mobility': 'daily mobility',
  'volunteers.theme.purchases': 'purchases',
  'volunteers.theme.nature': 'nature in the city',
  'volunteers.refusal.TOO_YOUNG':
    'You must turn {age} this year or be older to join this network. Come back later: you will be welcome.',
  'volunteers.refusal.CONSENT_MISSING': 'To join, read and accept the charter and the text of each network you chose.',
  'volunteers.refusal.CONSENT_OUTDATED':
    'A text has changed since this page was opened. Reload it to read the version in force.',
  'volunteers.refusal.ALREADY_JOINED': 'You already belong to it.',
  'volunteers.reader.coordinator': 'Coordination',
  'volunteers.reader.admin': 'Administration of the platform',
  'volunteers.reader.trainer': 'Training',
  'volunteers.reader.association': 'Association',
  'volunteers.reader.volunteer': 'Volunteer',
  'volunteers.reader.platform': 'The platform',
  'volunteers.import-too-large': 'This file is larger than 200 MB. Split the list into several files.',
  'volunteers.import.EMPTY_FILE': 'The file is empty. Export the list again and send the new file.',
  'volunteers.import.NOT_TEXT':
    'This is not a CSV file but a workbook, an archive or a picture. In the spreadsheet, choose “Save as”, then “CSV UTF-8”.',
  'volunteers.import.NO_ROWS': 'The file has nothing but its header line. Add one row per person.',
  'volunteers.import.NO_HEADER':
    'The first line is already a person. Add a header line above: first name, family name, email…',
  'volunteers.import.COLUMN_MISSING':
    'No column gives {field, select, givenName {the first name} email {the e-mail address} other {a required field}}. Add it, or say above which column it is.',
  'volunteers.import.HEADER_DUPLICATED':
    'This header is already that of column {other}. Rename or remove one of the two.',
  'volunteers.import.FIELD_MAPPED_TWICE':
    'This column is read as the same field as column {other}. Leave one of the two out.',
  'volunteers.import.UNKNOWN_MAPPING': 'This match names no column or no field that exists. Choose again.',
  'volunteers.import.TOO_FEW_CELLS':
    'The row has {found} cells instead of {expected}: separators are missing. Complete it.',
  'volunteers.import.TOO_MANY_CELLS':
    'The row has {found} cells instead of {expected}: a value holds the separator. Put it between quotes.',
  'volunteers.import.BROKEN_QUOTES':
    'A quote is not closed, or text follows it. Close it, or double it if it belongs to the text.',
  'volunteers.import.BAD_ENCODING': 'Letters are garbled. Type the value again, or export again as “CSV UTF-8”.',
  'volunteers.import.CONTROL_CHARACTER': 'The cell holds an invisible character. Clear it and type its value again.',
  'volunteers.import.LINE_BREAK': 'The cell holds a line break. Write the value on one line.',
  'volunteers.import.FORMULA':
    'A spreadsheet would run this value as a formula. Replace it by its text, without =, +, - or @ at the start.',
  'volunteers.import.TOO_LONG': 'This text is longer than {limit} characters. Shorten it.',
  'volunteers.import.MISSING_GIVEN_NAME': 'The first name is missing. Add it: it is how the person will be addressed.',
  'volunteers.import.MISSING_EMAIL': 'The e-mail address is missing. Add it: the person will confirm with it.',
  'volunteers.import.NOT_A_NAME': 'This is not a name: letters are expected. Correct the value.',
  'volunteers.import.BAD_EMAIL': 'This address is not valid. Write it as name@example.org.',
  'volunteers.import.BAD_PHONE':
    'This number is not valid. Write it as 06 12 34 56 78, or +32 … with the country code.',
  'volunteers.import.SWAPPED_COLUMNS':
    'This value looks like that of another column. Check that columns have not been swapped.',
  'volunteers.import.UNREADABLE_DATE': 'This date cannot be read. Write day/month/year, as 31/12/1990.',
  'volunteers.import.IMPOSSIBLE_DATE': 'This day does not exist. Check the date, in the order day/month/year.',
  'volunteers.import.BIRTH_OUT_OF_RANGE': 'This birth is in the future or before 1900. Correct the year.',
  'volunteers.import.TOO_YOUNG':
    'This person will be younger than {age} this year and cannot join this network. Remove the row.',
  'volunteers.import.BAD_ARRONDISSEMENT':
    'An arrondissement of Paris is 1 to 20. Correct it, or clear the cell if the person lives elsewhere.',
  'volunteers.import.BAD_POSTCODE': 'This postcode does not exist. Write five digits, as 75019.',
  'volunteers.import.UNKNOWN_LANGUAGE':
    '“{word}” is not a language known here. Write for example: French, English, sign language.',
  'volunteers.import.UNKNOWN_SKILL':
    '“{word}” is not a skill of the list. Choose from the list of the profile, or leave the column out.',
  'volunteers.import.UNKNOWN_THEME':
    '“{word}” is not a theme of the list. Choose from the list of the profile, or leave the column out.',
  'volunteers.import.UNKNOWN_LOCALE':
    'We write to people in French or English. Give one of the two, or clear the cell.',
  'volunteers.import.UNKNOWN_NETWORK': 'This network does not exist. Write Solidarity, Climate or Volunteers of Paris.',
  'volunteers.import.OTHER_NETWORK':
    'This row belongs to another network than the import. Put it in a file of its own.',
  'volunteers.import.NOT_YES_OR_NO': 'Write yes or no, or clear the cell.',
  'volunteers.import.CONSENT_WITHOUT_DATE':
    'A consent without a date proves nothing. Give the date, or clear the consent cell.',
  'volunteers.import.CONSENT_WITHOUT_VERSION':
    'A consent without the version of the text proves nothing. Give it, or clear the consent cell.',
  'volunteers.import.CONSENT_UNKNOWN_VERSION':
    'No text of this network has this version. Give the one that the person read.',
  'volunteers.import.CONSENT_IN_FUTURE': 'This consent is dated in the future. Correct the date.',
  'volunteers.import.CONSENT_BEFORE_TEXT':
    'This consent is older than the text, published on {published}. Check the date or the version.',
  'volunteers.import.DUPLICATE_EMAIL': 'This address is already that of line {other}. Keep only one of the two rows.',
  'volunteers.import.DUPLICATE_PERSON':
    'Same name and year of birth as line {other}. Keep one of them or, if they are two people, write “yes” in a column “homonym”.',
};
