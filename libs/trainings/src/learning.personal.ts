import type { PersonalTable } from '#platform/privacy';

const TITLE = '(select q.name from qualification q where q.id = qualification_id)';

/** What the platform knows about what people took away from trainings. */
export const learningTables: PersonalTable[] = [
  {
    table: 'catch_up',
    title: 'privacy.table.catch_up',
    belongsTo: 'enrolment_id in (select e.id from enrolment e where e.volunteer_id = $1::uuid)',
    export: { plus: { starts_at: '(select d.starts_at from session_date d where d.id = session_date_id)' } },
    // The booking stays without her, and what it was for with it.
    erasure: { do: 'keep', because: 'totals' },
    retention: [{ with: 'person' }],
    merge: { do: 'leave', why: 'it hangs on the enrolment, which moves' },
    anonymise: { set: {}, plain: [] },
  },
  {
    table: 'qualification_grant',
    title: 'privacy.table.qualification_grant',
    belongsTo: 'volunteer_id = $1::uuid',
    mentions: [
      { column: 'granted_by', is: 'account' },
      { column: 'withdrawn_by', is: 'account' },
    ],
    export: {
      withheld: { granted_by: 'about-others', withdrawn_by: 'about-others' },
      plus: { qualification: TITLE },
    },
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: {
      do: 'move-unless-clash',
      volunteer: 'volunteer_id',
      unique: ['qualification_id', 'how', 'granted_on'],
      where: `how <> 'proof' or withdrawn_at is null`,
      stays: 'kept',
    },
    anonymise: {
      set: {
        proof: `case when proof is not null then 'Diplôme' end`,
        withdrawn_reason: `case when withdrawn_reason is not null then 'Motif' end`,
      },
      plain: ['how'],
    },
  },
  {
    table: 'trainer_call',
    title: 'privacy.table.trainer_call',
    belongsTo: 'false',
    mentions: [{ column: 'created_by', is: 'account' }],
    export: { withheld: { created_by: 'about-others' } },
    erasure: { do: 'keep', because: 'others-rights' },
    retention: [{ never: 'others-rights' }],
    merge: { do: 'leave', why: 'it is about a course' },
    anonymise: { set: { message: `'Appel'` }, plain: [] },
  },
  {
    table: 'call_answer',
    title: 'privacy.table.call_answer',
    belongsTo: 'volunteer_id = $1::uuid',
    mentions: [{ column: 'decided_by', is: 'account' }],
    export: { withheld: { decided_by: 'about-others' } },
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: { do: 'move-unless-clash', volunteer: 'volunteer_id', unique: ['call_id'], stays: 'kept' },
    anonymise: {
      set: { message: `''`, reason: `case when reason is not null then 'Motif' end` },
      plain: ['state', 'session_ids'],
    },
  },
  {
    table: 'survey_done',
    title: 'privacy.table.survey_done',
    belongsTo: 'enrolment_id in (select e.id from enrolment e where e.volunteer_id = $1::uuid)',
    export: {},
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: { do: 'leave', why: 'it hangs on the enrolment, which moves' },
    anonymise: { set: {}, plain: [] },
  },
  {
    table: 'survey_answer',
    title: 'privacy.table.survey_answer',
    // Nothing says whose an answer is, so nobody's can be found: not to show it, nor to erase it.
    belongsTo: 'false',
    export: {},
    erasure: { do: 'keep', because: 'totals' },
    retention: [{ never: 'totals' }],
    merge: { do: 'leave', why: 'nothing says whose it is' },
    anonymise: {
      set: { comment: `case when comment <> '' then 'Avis' else '' end` },
      plain: ['comment_state', 'ratings'],
    },
  },
  {
    table: 'material_file',
    title: 'privacy.table.material_file',
    // What a coordinator sent belongs to the course; that she sent it is all it says of her.
    belongsTo: 'false',
    mentions: [{ column: 'uploaded_by', is: 'account' }],
    export: { withheld: { bytes: 'about-others', uploaded_by: 'about-others' } },
    erasure: { do: 'keep', because: 'others-rights' },
    retention: [{ never: 'others-rights' }],
    merge: { do: 'leave', why: 'it belongs to a course' },
    anonymise: {
      set: { name: `'support'`, bytes: `'\\x30'::bytea`, size: '1', sha256: `''` },
      plain: ['mime'],
    },
  },
];

/** Tables of what is taught and asked for, and why no row is about a person. */
export const learningImpersonal: Readonly<Record<string, string>> = {
  course_survey: 'what is asked after a course',
  course_change: 'what was changed in a course',
  trainer_call_session: 'which sessions somebody is wanted for',
  session_presence: 'how many dates of a session must be attended',
  session_presence_date: 'which dates of a session must be attended',
  removed_date: 'dates that were taken out of a session',
  qualification: 'what one can be qualified for',
  qualification_course: 'which courses earn or renew a qualification',
  course_material: 'what is handed out in a course',
  course_qualification: 'which course asks for which qualification',
};
