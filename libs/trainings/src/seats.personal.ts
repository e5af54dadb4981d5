import type { PersonalTable } from '#platform/privacy';

const SESSION_TITLE = `(select c.title from training_session s join course c on c.id = s.course_id
                         where s.id = session_id)`;

/** What the platform knows about who came with whom, and who decided about seats. */
export const seatTables: PersonalTable[] = [
  {
    table: 'enrolment_pair',
    title: 'privacy.table.enrolment_pair',
    belongsTo: 'inviter_id = $1::uuid',
    mentions: [{ column: 'friend_id', is: 'volunteer' }],
    export: { withheld: { friend_id: 'about-others' }, plus: { training: SESSION_TITLE } },
    // Both bookings stay what they are; that they belonged together goes.
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: {
      do: 'move-unless-clash',
      volunteer: 'inviter_id',
      unique: ['session_id'],
      where: 'answer is null',
      stays: 'kept',
    },
    anonymise: {
      set: { code: `'X' || upper(left(replace(id::text, '-', ''), 12))` },
      plain: ['answer'],
    },
  },
  {
    table: 'passing_over',
    title: 'privacy.table.passing_over',
    belongsTo: 'pair_id in (select p.id from enrolment_pair p where p.inviter_id = $1::uuid)',
    export: { withheld: { enrolment_id: 'about-others' } },
    erasure: { do: 'delete' },
    retention: [{ with: 'person' }],
    merge: { do: 'leave', why: 'it hangs on the pair, which moves' },
    anonymise: { set: {}, plain: ['reason'] },
  },
  {
    table: 'overbooking',
    title: 'privacy.table.overbooking',
    belongsTo: 'decided_by = $2::uuid',
    export: { plus: { training: SESSION_TITLE } },
    erasure: { do: 'unlink', set: { decided_by: 'null' }, because: 'accountability' },
    retention: [{ never: 'accountability' }],
    merge: { do: 'move', account: 'decided_by' },
    anonymise: { set: { reason: `'Motif'` }, plain: [] },
  },
];

/** Tables of seats, and why no row is about a person. */
export const seatsImpersonal: Readonly<Record<string, string>> = {
  seat_pool: 'how many seats of a session are kept for a network',
};
