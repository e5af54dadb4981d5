import { describe, expect, it } from '@jest/globals';
import type { EditedSession } from './session-data.js';
import { consequencesOf, faultsOfSession, inputOfSession } from './session-draft.js';

function filled(changes: Record<string, string | string[]> = {}): FormData {
  const fields: Record<string, string | string[]> = {
    courseId: 'course',
    mode: 'on_site',
    placeId: 'place',
    'date-0-day': '2026-03-12',
    'date-0-time': '18:30',
    'date-0-until': '20:30',
    'opens-day': '2026-02-01',
    'opens-time': '09:00',
    'closes-day': '',
    'closes-time': '',
    capacity: '20',
    languages: ['fr'],
    trainerIds: ['trainer'],
    notes: '',
    status: 'published',
    ...changes,
  };
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
}

const before = {
  id: 'session',
  version: 3,
  mode: 'on_site',
  place: { id: 'place', name: 'Fabrique' },
  onlineUrl: null,
  capacity: 20,
  dates: [{ id: 'date', startsAt: '2026-03-12T17:30:00Z', endsAt: '2026-03-12T19:30:00Z' }],
} as unknown as EditedSession;

describe('the form of a session', () => {
  it('is read as the server wants it, closing with the first date unless said otherwise', () => {
    const input = inputOfSession(filled(), null);
    expect(input.dates).toEqual([{ startsAt: '2026-03-12T17:30:00.000Z', endsAt: '2026-03-12T19:30:00.000Z' }]);
    expect(input.enrolmentClosesAt).toBe('2026-03-12T17:30:00.000Z');
    expect(input).toMatchObject({ capacity: 20, status: 'published', templateName: null, onlineUrl: null });
  });

  it('sorts several dates', () => {
    const input = inputOfSession(
      filled({ 'date-4-day': '2026-03-05', 'date-4-time': '18:30', 'date-4-until': '19:00' }),
      null,
    );
    expect(input.dates.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-03-05', '2026-03-12']);
  });

  it('finds what is missing or contradicts itself, all at once', () => {
    const faults = faultsOfSession(
      filled({ courseId: '', placeId: '', capacity: '0', languages: [], 'date-0-until': '18:00', 'opens-day': '' }),
    );
    expect(Object.keys(faults).sort()).toEqual(
      ['capacity', 'courseId', 'date-0-until', 'languages', 'opens-day', 'placeId'].sort(),
    );
  });

  it('asks for an address online and for a place elsewhere', () => {
    expect(faultsOfSession(filled({ mode: 'online', placeId: '', onlineUrl: 'visio' }))).toEqual({
      onlineUrl: 'staff.session.fault.url',
    });
    expect(faultsOfSession(filled({ mode: 'online', placeId: '', onlineUrl: 'https://visio.exemple.org/a' }))).toEqual(
      {},
    );
  });

  it('never lets enrolment close after the start or before it opens', () => {
    expect(faultsOfSession(filled({ 'closes-day': '2026-03-13', 'closes-time': '10:00' }))).toEqual({
      'closes-day': 'staff.session.fault.closesLate',
    });
    expect(faultsOfSession(filled({ 'opens-day': '2026-03-20' }))).toEqual({
      'opens-day': 'staff.session.fault.opensLate',
    });
  });
});

describe('what a change means for others', () => {
  it('is nothing when only notes or trainers change', () => {
    expect(consequencesOf(before, inputOfSession(filled({ notes: 'Apportez une gourde' }), before))).toEqual({
      told: [],
      seats: 0,
    });
  });

  it('is told when a date or the place moves', () => {
    const input = inputOfSession(filled({ 'date-0-time': '19:00', placeId: 'other', capacity: '25' }), before);
    expect(consequencesOf(before, input)).toEqual({ told: ['dates', 'place'], seats: 5 });
  });
});
