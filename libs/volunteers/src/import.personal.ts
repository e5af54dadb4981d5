import type { PersonalTable } from '#platform/privacy';

const lastTouched = (table: string): string =>
  `(select i.touched_at from volunteer_import i where i.id = ${table}.import_id)`;

/**
 * What lists hold while they are imported: it goes a day after anybody last worked on them. That is sooner than anybody
 * can be erased, so the file itself is not searched for one person.
 */
export const importTables: readonly PersonalTable[] = [
  {
    table: 'volunteer_import_chunk',
    title: 'privacy.table.volunteer_import_chunk',
    belongsTo: 'false',
    export: { withheld: { bytes: 'about-others' } },
    erasure: { do: 'delete' },
    retention: [
      { after: { days: 1 }, since: lastTouched('volunteer_import_chunk'), do: 'delete', because: 'need-over' },
    ],
    merge: { do: 'leave', why: 'a file, which says nothing about profiles' },
    anonymise: 'empty',
  },
  {
    table: 'volunteer_import_fix',
    title: 'privacy.table.volunteer_import_fix',
    belongsTo: 'false',
    export: { withheld: { value: 'about-others' } },
    erasure: { do: 'delete' },
    retention: [{ after: { days: 1 }, since: lastTouched('volunteer_import_fix'), do: 'delete', because: 'need-over' }],
    merge: { do: 'leave', why: 'cells of a file, which say nothing about profiles' },
    anonymise: 'empty',
  },
  {
    table: 'volunteer_import_row',
    title: 'privacy.table.volunteer_import_row',
    belongsTo: 'email = any($3::citext[]::text[])',
    export: { withheld: { match_id: 'technical', match_reasons: 'technical', faults: 'technical' } },
    erasure: { do: 'delete' },
    retention: [{ after: { days: 1 }, since: lastTouched('volunteer_import_row'), do: 'delete', because: 'need-over' }],
    merge: { do: 'leave', why: 'rows of a file, which is compared with the people who are known when it is imported' },
    anonymise: 'empty',
  },
  {
    table: 'volunteer_import_change',
    title: 'privacy.table.volunteer_import_change',
    belongsTo: 'volunteer_id = $1::uuid',
    export: { withheld: { after_hash: 'technical' } },
    erasure: { do: 'delete' },
    retention: [
      { after: { days: 1 }, since: lastTouched('volunteer_import_change'), do: 'delete', because: 'need-over' },
      { with: 'person' },
    ],
    merge: { do: 'leave', why: 'a profile that was merged has changed: undoing the import leaves it as it is' },
    anonymise: 'empty',
  },
];
