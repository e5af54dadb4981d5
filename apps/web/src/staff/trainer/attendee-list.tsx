import { useState } from 'react';
import { useDates } from '../../i18n/dates.js';
import { useText, type MessageKey } from '../../i18n/text.js';
import { Button, Empty, Section, Tag, TextField } from '../../ui/index.js';
import { FilterBar } from '../shared/filters.js';
import { AttendeeTime } from '../teaching/attendee-time.js';
import type { Attendee } from './attendance-data.js';
import { matchesName } from './search-names.js';
import type { Desk } from './use-desk.js';

const views = ['all', 'expected', 'present'] as const;
type View = (typeof views)[number];

const labels: Record<View, MessageKey> = {
  all: 'staff.sheet.view.all',
  expected: 'staff.sheet.view.expected',
  present: 'staff.sheet.view.present',
};

const shows: Record<View, (person: Attendee) => boolean> = {
  all: () => true,
  expected: ({ attendance }) => attendance !== 'present',
  present: ({ attendance }) => attendance === 'present',
};

/** Everybody on the sheet, found by name whatever the accents, each with one button. */
export function AttendeeList({ rows, desk }: { rows: readonly Attendee[]; desk: Desk }) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [view, setView] = useState<View>('all');
  const found = rows.filter((person) => shows[view](person) && matchesName(person, typed));
  return (
    <div className="no-print">
      <Section title={t('staff.sheet.people')}>
        <FilterBar label={t('staff.sheet.people')}>
          <TextField
            name="nom"
            type="search"
            label={t('staff.sheet.search')}
            optional
            autoComplete="off"
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </FilterBar>
        <div className="chips" role="group" aria-label={t('staff.sheet.view')}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={name === view}
              onClick={() => setView(name)}
            >
              {t(labels[name], { count: rows.filter(shows[name]).length })}
            </button>
          ))}
        </div>
        <p role="status" className="visually-hidden">
          {typed && t('staff.sheet.found', { count: found.length })}
        </p>
        {found.length === 0 ? (
          <Empty title={t(rows.length === 0 ? 'staff.sheet.nobody' : 'staff.sheet.noMatch')} />
        ) : (
          <ul role="list" className="rows">
            {found.map((person) => (
              <li key={person.enrolmentId}>
                <Person person={person} desk={desk} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

function Person({ person, desk }: { person: Attendee; desk: Desk }) {
  const { t } = useText();
  const { time } = useDates();
  const { enrolmentId, displayName, bookingCode, attendance, checkedInAt, accessNeeds } = person;
  const present = attendance === 'present';
  return (
    <div className="attendee">
      <div className="stack tight">
        <p className="attendee-name">{displayName}</p>
        <p className="row tight">
          <code>{bookingCode}</code>
          {present && (
            <Tag tone="good">
              {checkedInAt ? t('staff.sheet.presentSince', { time: time(checkedInAt) }) : t('staff.sheet.present')}
            </Tag>
          )}
          {attendance === 'absent' && <Tag tone="warn">{t('staff.sheet.absent')}</Tag>}
          {person.status === 'offered' && <Tag>{t('staff.enrolment.offered')}</Tag>}
          {person.status === 'waiting' && <Tag>{t('staff.enrolment.waiting')}</Tag>}
          {person.catchUp && <Tag tone="info">{t('teach.catchUp.tag')}</Tag>}
          {person.minutes !== null && <Tag>{t('teach.minutes.tag', { minutes: person.minutes })}</Tag>}
          {person.walkIn && <Tag>{t('staff.walkIn.tag')}</Tag>}
        </p>
        {accessNeeds && <p className="small">{t('staff.desk.needs', { needs: accessNeeds })}</p>}
      </div>
      {present && <AttendeeTime person={person} sheetKey={desk.sheetKey} sessionDateId={desk.sessionDateId} />}
      <Button
        small
        look={present ? 'quiet' : 'secondary'}
        onClick={() => void (present ? desk.undo(enrolmentId, 'list') : desk.byName(enrolmentId))}
      >
        {t(present ? 'staff.desk.undoShort' : 'staff.desk.checkInShort')}
        <span className="visually-hidden"> – {displayName}</span>
      </Button>
    </div>
  );
}
