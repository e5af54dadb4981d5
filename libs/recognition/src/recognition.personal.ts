import type { PersonalData } from '#platform/privacy';

/** What recognition knows about people. */
export const recognitionPersonal: PersonalData = {
  tables: [
    {
      table: 'certificate',
      title: 'recognition.table.certificate',
      belongsTo: 'volunteer_id = $1::uuid',
      mentions: [{ column: 'revoked_by', is: 'account' }],
      export: { withheld: { revoked_by: 'about-others', signing_key_id: 'technical' } },
      // Whoever was shown the paper can still have its code checked; the answer names nobody.
      erasure: {
        do: 'unlink',
        set: {
          volunteer_id: 'null',
          enrolment_id: 'null',
          shared_at: 'null',
          revocation_note: 'null',
          subject_id: 'gen_random_uuid()',
          identity_hash: 'null',
          identity_salt: 'null',
          credential: 'null',
          signing_key_id: 'null',
        },
        because: 'verification',
      },
      retention: [{ never: 'verification' }],
      merge: { do: 'move', volunteer: 'volunteer_id' },
      anonymise: {
        set: {
          // The code of a real certificate would be answered by the real verifier.
          code: 'upper(substr(md5(id::text), 1, 12))',
          subject_id: 'id',
          identity_hash: 'null',
          identity_salt: 'null',
          credential: 'null',
          signing_key_id: 'null',
          revocation_note: `case when revocation_note is not null then 'Note' end`,
          revoked_by: 'null',
        },
        plain: [
          'networks',
          'dates',
          'course_title',
          'course_summary',
          'course_locale',
          'partner_name',
          'revocation_reason',
        ],
      },
    },
    {
      table: 'certificate_due',
      title: 'recognition.table.certificate_due',
      belongsTo: 'enrolment_id in (select id from enrolment where volunteer_id = $1::uuid)',
      export: {},
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'leave', why: 'it hangs on the booking, which moves' },
      anonymise: 'empty',
    },
  ],
  impersonal: { signing_key: 'keys of this platform' },
};
