import { describe, expect, it } from '@jest/globals';
import type { SessionRow } from '../shared/session-rows.js';
import { tasksOf } from './tasks.js';

const now = new Date('2026-03-01T09:00:00Z');
const session = (over: Partial<SessionRow>): SessionRow => ({
  id: 'one',
  courseTitle: 'Aller vers',
  courseSlug: 'aller-vers',
  startsAt: '2026-03-08T17:30:00Z',
  status: 'published',
  templateName: null,
  placeName: null,
  capacity: 20,
  seatsTaken: 18,
  waitingCount: 0,
  offeredCount: 0,
  ...over,
});

describe('what waits for a coordinator', () => {
  it('is nothing when sessions fill well', () => {
    expect(tasksOf([session({})], now)).toEqual([]);
  });

  it('is a draft that starts within four weeks, not later', () => {
    const soon = session({ status: 'draft' });
    const later = session({ id: 'two', status: 'draft', startsAt: '2026-05-01T17:30:00Z' });
    expect(tasksOf([later, soon], now)).toEqual([{ kind: 'publish', session: soon }]);
  });

  it('is a waiting list of a quarter of the room', () => {
    expect(tasksOf([session({ waitingCount: 5 })], now)[0]?.kind).toBe('queue');
    expect(tasksOf([session({ waitingCount: 5, capacity: 40, seatsTaken: 40 })], now)).toEqual([]);
  });

  it('is a session soon that is not half full', () => {
    expect(tasksOf([session({ seatsTaken: 9 })], now)[0]?.kind).toBe('empty');
    expect(tasksOf([session({ seatsTaken: 9, startsAt: '2026-04-08T17:30:00Z' })], now)).toEqual([]);
  });

  it('leaves out what is over, cancelled or a template', () => {
    const others = [
      session({ startsAt: '2026-02-01T17:30:00Z', seatsTaken: 0 }),
      session({ status: 'cancelled', seatsTaken: 0 }),
      session({ status: 'template', seatsTaken: 0 }),
    ];
    expect(tasksOf(others, now)).toEqual([]);
  });
});
