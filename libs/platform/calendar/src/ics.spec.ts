import ICAL from 'ical.js';
import { atParis } from '#platform/kernel';
import { type CalendarEvent, icsOf } from './index.js';

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '0192-date@volontaires.example',
  sequence: 0,
  status: 'CONFIRMED',
  start: atParis('2026-03-12', '18:30'),
  end: atParis('2026-03-12', '20:30'),
  summary: 'Aller vers : les premiers mots',
  lastModified: new Date('2026-01-05T09:00:00Z'),
  ...changes,
});

/** What a parser that is not ours reads, with the zone it found in the file itself. */
function read(ics: string): { calendar: ICAL.Component; entries: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return { calendar, entries: calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry)) };
}

function only(ics: string): ICAL.Event {
  const [entry] = read(ics).entries;
  if (!entry) throw new Error('No entry');
  return entry;
}

const text = (calendar: ICAL.Component, property: string): unknown => calendar.getFirstPropertyValue(property);

describe('a calendar file', () => {
  it('says what it is', () => {
    const { calendar } = read(icsOf([event()], { method: 'PUBLISH', name: 'Mon agenda, été' }));
    expect(text(calendar, 'version')).toBe('2.0');
    expect(text(calendar, 'calscale')).toBe('GREGORIAN');
    expect(text(calendar, 'method')).toBe('PUBLISH');
    expect(text(calendar, 'x-wr-calname')).toBe('Mon agenda, été');
    expect(String(text(calendar, 'refresh-interval'))).toBe('PT1H');
    expect(String(text(calendar, 'x-published-ttl'))).toBe('PT1H');
  });

  it('is empty when there is nothing, and still a calendar', () => {
    expect(read(icsOf([], { method: 'PUBLISH', name: 'Vide' })).entries).toEqual([]);
  });

  it('is the same text each time and on every machine', () => {
    const zone = process.env.TZ;
    const here = icsOf([event()], { method: 'PUBLISH', name: 'Agenda' });
    process.env.TZ = 'America/New_York';
    try {
      expect(icsOf([event()], { method: 'PUBLISH', name: 'Agenda' })).toBe(here);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('keeps its lines within 75 octets and never cuts a character', () => {
    const summary = 'Éveil à l’été 😀 '.repeat(40).trim();
    const ics = icsOf([event({ summary, description: '🧣é'.repeat(300) })], { method: 'PUBLISH', name: 'Agenda' });
    expect(ics.endsWith('\r\n') || ics.endsWith('END:VCALENDAR')).toBe(true);
    for (const line of ics.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r\uFFFD]/);
    }
    expect(only(ics).summary).toBe(summary);
    expect(only(ics).description).toBe('🧣é'.repeat(300));
  });
});

describe('an entry', () => {
  it('carries what identifies and describes it', () => {
    const entry = only(
      icsOf(
        [
          event({
            sequence: 3,
            location: 'Fabrique de la Solidarité, 8 rue, Paris 1er',
            geo: { latitude: 48.8701, longitude: 2.3404 },
            url: 'https://volontaires.example/moi/reservations/1',
            description: 'Accès : ascenseur ; code 12\\34\nÀ bientôt, l’équipe',
            organizer: { name: 'Volontaires "de" Paris; x', email: 'bonjour@volontaires.example' },
          }),
        ],
        { method: 'PUBLISH', name: 'Agenda' },
      ),
    );
    expect(entry.uid).toBe('0192-date@volontaires.example');
    expect(entry.sequence).toBe(3);
    expect(entry.location).toBe('Fabrique de la Solidarité, 8 rue, Paris 1er');
    expect(entry.description).toBe('Accès : ascenseur ; code 12\\34\nÀ bientôt, l’équipe');
    expect(entry.organizer).toBe('mailto:bonjour@volontaires.example');
    expect(entry.component.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Volontaires ’de’ Paris; x');
    expect(text(entry.component, 'status')).toBe('CONFIRMED');
    expect(text(entry.component, 'class')).toBe('PRIVATE');
    expect(text(entry.component, 'url')).toBe('https://volontaires.example/moi/reservations/1');
    expect(text(entry.component, 'geo')).toEqual([48.8701, 2.3404]);
    expect(String(text(entry.component, 'last-modified'))).toBe('2026-01-05T09:00:00Z');
    expect(String(text(entry.component, 'dtstamp'))).toBe('2026-01-05T09:00:00Z');
  });

  it.each(['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const)('can be %s', (status) => {
    expect(text(only(icsOf([event({ status })], { method: 'PUBLISH', name: 'Agenda' })).component, 'status')).toBe(
      status,
    );
  });

  it('survives control characters in what people typed', () => {
    expect(only(icsOf([event({ summary: 'a\u0000b\r\nc\u0007' })], { method: 'PUBLISH', name: 'x' })).summary).toBe(
      'a b\nc ',
    );
  });

  it('is in order', () => {
    const events = [1, 2, 3].map((n) => event({ uid: `${n}@x`, sequence: n }));
    expect(read(icsOf(events, { method: 'PUBLISH', name: 'x' })).entries.map((entry) => entry.sequence)).toEqual([
      1, 2, 3,
    ]);
  });
});

describe('time in Paris', () => {
  const times = (start: Date, end: Date): [Date, Date] => {
    const entry = only(icsOf([event({ start, end })], { method: 'PUBLISH', name: 'x' }));
    return [entry.startDate.toJSDate(), entry.endDate.toJSDate()];
  };

  it.each([
    ['winter', '2026-01-12'],
    ['summer', '2026-07-12'],
    ['the day the clocks go forward', '2026-03-29'],
    ['the day the clocks go back', '2026-10-25'],
    ['the day before', '2026-10-24'],
  ])('18:30 is 18:30 in %s', (_, day) => {
    const [start, end] = [atParis(day, '18:30'), atParis(day, '20:30')];
    expect(times(start, end)).toEqual([start, end]);
    const ics = icsOf([event({ start, end })], { method: 'PUBLISH', name: 'x' });
    expect(ics).toContain(`DTSTART;TZID=Europe/Paris:${day.replaceAll('-', '')}T183000`);
  });

  it('a night over the March switch lasts one hour less than its clock says', () => {
    const [start, end] = [atParis('2026-03-28', '22:00'), atParis('2026-03-29', '06:00')];
    expect((end.getTime() - start.getTime()) / 3_600_000).toBe(7);
    expect(times(start, end)).toEqual([start, end]);
  });

  it('tells the two passes through the October hour apart', () => {
    const first = new Date('2026-10-25T00:30:00Z');
    const second = new Date('2026-10-25T01:30:00Z');
    const end = new Date('2026-10-25T04:00:00Z');
    expect(times(first, end)).toEqual([first, end]);
    expect(times(second, end)).toEqual([second, end]);
  });

  it('is right at every hour of both switch nights', () => {
    for (const midnight of ['2026-03-28T23:00:00Z', '2026-10-24T22:00:00Z']) {
      for (let quarter = 0; quarter < 24; quarter++) {
        const start = new Date(new Date(midnight).getTime() + quarter * 15 * 60_000);
        const end = new Date(start.getTime() + 45 * 60_000);
        expect(times(start, end)).toEqual([start, end]);
      }
    }
  });
});

describe('an invitation by mail', () => {
  const who = { name: 'Zoé Exemple', email: 'zoe@exemple.org' };

  it('asks, and names who is invited', () => {
    const ics = icsOf([event({ attendee: who })], { method: 'REQUEST', name: 'not shown' });
    const { calendar } = read(ics);
    expect(text(calendar, 'method')).toBe('REQUEST');
    expect(text(calendar, 'x-wr-calname')).toBeNull();
    const attendee = only(ics).component.getFirstProperty('attendee');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:zoe@exemple.org');
    expect(attendee?.getFirstParameter('partstat')).toBe('ACCEPTED');
    expect(attendee?.getFirstParameter('rsvp')).toBe('FALSE');
  });

  it('cancels the same entry with a higher sequence', () => {
    const ics = icsOf([event({ attendee: who, status: 'CANCELLED', sequence: 1 })], { method: 'CANCEL' });
    expect(text(read(ics).calendar, 'method')).toBe('CANCEL');
    expect(only(ics).uid).toBe(event().uid);
    expect(only(ics).sequence).toBe(1);
  });

  it('names nobody in a published calendar', () => {
    expect(icsOf([event({ attendee: who })], { method: 'PUBLISH', name: 'x' })).not.toContain('ATTENDEE');
  });
});
