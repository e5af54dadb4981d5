import type { PersonalData } from '#platform/privacy';
import { importTables } from './import.personal.js';

const OF_VOLUNTEER = 'volunteer_id = $1::uuid';

/** What the platform knows about the people of the networks. */
export const volunteersPersonal: PersonalData = {
  tables: [
    {
      table: 'volunteer',
      title: 'privacy.table.volunteer',
      belongsTo: 'id = $1::uuid or account_id = $2::uuid',
      export: { withheld: { calendar_key: 'secret', version: 'technical' } },
      erasure: { do: 'delete' },
      retention: [
        { with: 'person' },
        {
          after: { setting: 'accompanied' },
          since: 'last_contact',
          where: `source = 'reception'`,
          do: 'erase-person',
          because: 'no-contact',
        },
        {
          after: { setting: 'contact' },
          since: 'last_contact',
          where: `source <> 'reception'`,
          do: 'erase-person',
          because: 'no-contact',
        },
      ],
      merge: { do: 'custom', by: 'profile' },
      anonymise: {
        set: {
          display_name: `'Personne ' || left(id::text, 8)`,
          access_needs: 'null',
          calendar_key: 'gen_random_uuid()',
        },
        plain: ['locale', 'commune', 'languages', 'skills', 'themes', 'availability', 'source'],
      },
    },
    {
      table: 'contact',
      title: 'privacy.table.contact',
      belongsTo: OF_VOLUNTEER,
      export: {},
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'custom', by: 'profile' },
      anonymise: {
        set: {
          given_name: `'Personne'`,
          family_name: 'null',
          email: `'personne-' || volunteer_id || '@exemple.org'`,
          phone: 'null',
          birth_year: 'null',
          vouched_age: 'null',
        },
        plain: [],
      },
    },
    {
      table: 'membership',
      title: 'privacy.table.membership',
      belongsTo: OF_VOLUNTEER,
      export: {},
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: {
        do: 'move-unless-clash',
        volunteer: 'volunteer_id',
        unique: ['network'],
        stays: { firstBy: 'left_at desc nulls first, joined_at' },
      },
      anonymise: { set: {}, plain: ['network'] },
    },
    {
      table: 'consent',
      title: 'privacy.table.consent',
      belongsTo: OF_VOLUNTEER,
      export: {
        plus: {
          text_shown: `(select t.body from consent_text t
                         where (t.purpose, t.version, t.locale) = (consent.purpose, consent.version, consent.locale))`,
        },
      },
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'custom', by: 'consents' },
      anonymise: { set: {}, plain: ['purpose', 'locale', 'source'] },
    },
    {
      table: 'lived_experience',
      title: 'privacy.table.lived_experience',
      belongsTo: OF_VOLUNTEER,
      behind: 'lived_experience.for',
      // The words themselves are opened for the export by the service that seals them.
      export: { withheld: { sealed: 'secret' } },
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'custom', by: 'lived-experience' },
      anonymise: 'empty',
    },
    {
      table: 'lived_experience_reading',
      title: 'privacy.table.lived_experience_reading',
      belongsTo: OF_VOLUNTEER,
      behind: 'lived_experience.for',
      export: {},
      erasure: { do: 'delete' },
      retention: [
        { after: { setting: 'journal' }, since: 'at', do: 'delete', because: 'security' },
        { with: 'person' },
      ],
      merge: { do: 'custom', by: 'lived-experience' },
      anonymise: 'empty',
    },
    {
      table: 'merged_profile',
      title: 'privacy.table.merged_profile',
      belongsTo: OF_VOLUNTEER,
      mentions: [{ column: 'merged_by', is: 'account' }],
      export: { withheld: { calendar_key: 'secret', merged_by: 'about-others' } },
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'move', volunteer: 'volunteer_id' },
      anonymise: { set: { calendar_key: 'gen_random_uuid()' }, plain: [] },
    },
    {
      table: 'duplicate_pair',
      title: 'privacy.table.duplicate_pair',
      belongsTo: 'low_id = $1::uuid or high_id = $1::uuid',
      mentions: [{ column: 'decided_by', is: 'account' }],
      export: { withheld: { low_id: 'about-others', high_id: 'about-others', decided_by: 'about-others' } },
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'custom', by: 'pairs' },
      anonymise: 'empty',
    },
    {
      table: 'volunteer_import',
      title: 'privacy.table.volunteer_import',
      belongsTo: 'imported_by = $2::uuid',
      export: {
        withheld: {
          file_sha256: 'technical',
          column_mapping: 'technical',
          file_faults: 'about-others',
          samples: 'about-others',
          filled_by_triggers: 'technical',
        },
      },
      erasure: { do: 'unlink', set: { imported_by: 'null' }, because: 'accountability' },
      retention: [{ never: 'accountability' }],
      merge: { do: 'move', account: 'imported_by' },
      anonymise: {
        set: {
          file_name: `'liste.csv'`,
          column_mapping: `'[]'`,
          sheet: 'null',
          sheets: `'{}'`,
          file_faults: `'[]'`,
          samples: `'[]'`,
        },
        plain: ['file_sha256', 'network', 'status', 'kind', 'encoding', 'delimiter', 'filled_by_triggers'],
      },
    },
    ...importTables,
  ],
  impersonal: {
    consent_text: 'texts that everybody is shown',
    volunteer_import_mapping: 'headers of lists, and what they are read as',
  },
  lastContact: [
    'volunteer.created_at',
    '(select max(greatest(c.given_at, c.withdrawn_at)) from consent c where c.volunteer_id = volunteer.id)',
  ],
};
