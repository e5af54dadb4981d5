import { atParis } from '#platform/kernel';
import { atTheDoor, type DoorState, seatAtTheDoor, seatsGoAtTheDoor, whyDoorClosed } from './attendance.rules.js';

const door: DoorState = {
  sessionStatus: 'published',
  sessionStartsAt: atParis('2026-10-25', '18:30'),
  startsAt: atParis('2026-10-25', '18:30'),
};

describe('the door', () => {
  it('opens two hours before a date that begins soon after midnight', () => {
    const atNight = { ...door, startsAt: new Date('2026-11-22T23:15:00Z') };
    expect(whyDoorClosed(atNight, new Date('2026-11-22T21:14:00Z'))).toBe('NOT_OPEN_YET');
    expect(whyDoorClosed(atNight, new Date('2026-11-22T21:15:00Z'))).toBeNull();
  });

  it('opens at midnight in Paris, on the day of the October switch too', () => {
    expect(whyDoorClosed(door, new Date('2026-10-24T21:59:00Z'))).toBe('NOT_OPEN_YET');
    expect(whyDoorClosed(door, new Date('2026-10-24T22:00:00Z'))).toBeNull();
  });
  it('stays open afterwards, to correct the sheet', () =>
    expect(whyDoorClosed(door, atParis('2026-10-27', '09:00'))).toBeNull());
  it('does not open for what does not take place', () => {
    expect(whyDoorClosed({ ...door, sessionStatus: 'cancelled' }, door.startsAt)).toBe('SESSION_CANCELLED');
    expect(whyDoorClosed({ ...door, sessionStatus: 'draft' }, door.startsAt)).toBe('NOT_OPEN_YET');
  });
  it('gives free seats away once the waiting list makes no more offers', () => {
    expect(seatsGoAtTheDoor(door, atParis('2026-10-25', '16:29'))).toBe(false);
    expect(seatsGoAtTheDoor(door, atParis('2026-10-25', '16:30'))).toBe(true);
  });
  it('gives free seats first, then those of absent people', () => {
    const room = { room: 30, accepted: 30 };
    expect(seatAtTheDoor({ ...room, taken: 29, ofAbsent: 1 })).toBe('free');
    expect(seatAtTheDoor({ ...room, taken: 30, ofAbsent: 1 })).toBe('of-absent');
    expect(seatAtTheDoor({ ...room, taken: 30, ofAbsent: 0 })).toBeNull();
  });
});

describe('somebody of the list who shows up', () => {
  it('is checked in if she holds a seat', () => expect(atTheDoor('enrolled', false, false)).toBe('check-in'));
  it('takes the seat that is offered to her', () => expect(atTheDoor('offered', false, false)).toBe('take-offer'));
  it('may try her luck from the waiting list once seats go at the door', () => {
    expect(atTheDoor('waiting', false, false)).toBe('refuse');
    expect(atTheDoor('waiting', false, true)).toBe('seat');
  });
  it('came late after being marked absent', () => expect(atTheDoor('removed', true, true)).toBe('seat'));
  it.each(['cancelled', 'declined', 'expired', 'removed'] as const)('is refused when %s', (status) =>
    expect(atTheDoor(status, false, true)).toBe('refuse'),
  );
});

describe('a seat at the door when more bookings were accepted than the room has seats', () => {
  const room = { room: 30, accepted: 36 };
  it.each([
    ['none while all who are expected may still fill the room', 33, 3, null],
    ['one as soon as they cannot', 33, 4, 'free'],
    ['that of somebody absent when all bookings are used up', 36, 7, 'of-absent'],
    ['none of somebody absent while the others fill the room', 36, 6, null],
  ])('%s', (_, taken, ofAbsent, seat) => expect(seatAtTheDoor({ ...room, taken, ofAbsent })).toBe(seat));
});
