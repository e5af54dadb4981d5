import type { PersonalData } from '#platform/privacy';
import { learningImpersonal, learningTables } from './learning.personal.js';
import { seatsImpersonal, seatTables } from './seats.personal.js';

const OF_ENROLMENT = 'enrolment_id in (select e.id from enrolment e where e.volunteer_id = $1::uuid)';
const SESSION_TITLE = `(select c.title from training_session s join course c on c.id = s.course_id
                         where s.id = session_id)`;

/** What the platform knows about who goes to which training. */
export const trainingsPersonal: PersonalData = {
  tables: [
    ...learningTables,
    ...seatTables,
    {
      table: 'enrolment',
      title: 'privacy.table.enrolment',
      belongsTo: 'volunteer_id = $1::uuid',
      export: {
        withheld: { idempotency_key: 'technical', queue_no: 'technical', calendar_sequence: 'technical' },
        plus: {
          training: SESSION_TITLE,
          starts_at: '(select s.starts_at from training_session s where s.id = session_id)',
        },
      },
      // Who came, or was expected and did not, is counted for ever; it was nobody in particular.
      erasure: {
        do: 'unlink',
        set: {
          volunteer_id: 'null',
          pair_id: 'null',
          idempotency_key: 'null',
          booking_code: `'X' || upper(left(replace(gen_random_uuid()::text, '-', ''), 12))`,
        },
        keeps: `status = 'enrolled'`,
        because: 'totals',
      },
      retention: [{ with: 'person' }],
      merge: { do: 'custom', by: 'enrolments' },
      anonymise: {
        set: {
          booking_code: `'X' || upper(left(replace(id::text, '-', ''), 12))`,
          idempotency_key: 'null',
        },
        plain: ['status', 'source', 'pool'],
      },
    },
    {
      table: 'seat_offer',
      title: 'privacy.table.seat_offer',
      belongsTo: OF_ENROLMENT,
      export: {},
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'leave', why: 'it hangs on the enrolment, which moves' },
      anonymise: { set: {}, plain: ['answer'] },
    },
    {
      table: 'attendance',
      title: 'privacy.table.attendance',
      belongsTo: OF_ENROLMENT,
      mentions: [{ column: 'recorded_by', is: 'account' }],
      export: { withheld: { recorded_by: 'about-others' } },
      erasure: { do: 'keep', because: 'totals' },
      retention: [{ with: 'person' }],
      merge: { do: 'leave', why: 'it hangs on the enrolment, which moves' },
      anonymise: { set: {}, plain: ['status', 'method'] },
    },
    {
      table: 'session_trainer',
      title: 'privacy.table.session_trainer',
      belongsTo: 'volunteer_id = $1::uuid',
      export: { plus: { training: SESSION_TITLE } },
      erasure: { do: 'delete' },
      retention: [{ with: 'person' }],
      merge: { do: 'move-unless-clash', volunteer: 'volunteer_id', unique: ['session_id'], stays: 'kept' },
      anonymise: { set: {}, plain: [] },
    },
  ],
  impersonal: {
    ...learningImpersonal,
    ...seatsImpersonal,
    theme: 'what a network teaches in a quarter',
    place: 'where trainings are given',
    partner: 'associations, by name only',
    course: 'what is taught',
    course_prerequisite: 'which course comes before which',
    training_session: 'when and where a course is given',
    session_date: 'dates of a session',
  },
  lastContact: ['(select max(e.changed_at) from enrolment e where e.volunteer_id = volunteer.id)'],
};
