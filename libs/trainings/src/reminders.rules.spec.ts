import { atParis } from '#platform/kernel';
import { reminderTime } from './reminders.rules.js';

const quiet = { quietFrom: 21, quietUntil: 8 };

describe('a reminder', () => {
  it('leaves at once by day', () => {
    const noon = atParis('2026-03-11', '12:00');
    expect(reminderTime(noon, atParis('2026-03-12', '12:00'), quiet)).toEqual(noon);
  });
  it('waits for the end of the quiet hours', () => {
    const late = atParis('2026-03-11', '22:00');
    expect(reminderTime(late, atParis('2026-03-12', '18:30'), quiet)).toEqual(atParis('2026-03-12', '08:00'));
  });
  it('does not leave when it would come too late to be of use', () => {
    expect(reminderTime(atParis('2026-03-11', '22:00'), atParis('2026-03-12', '09:00'), quiet)).toBeNull();
  });
});
