import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceGroup, Disclosure, type Column } from '../../ui/index.js';
import { FilterBar } from '../shared/filters.js';
import { NetworkTags } from '../shared/network-tags.js';
import { useStaffDates } from '../shared/staff-dates.js';
import type { PersonRow } from './people-data.js';
import { TagList } from './tag-list.js';

/** Columns beside the name, in the order of the table. */
export const COLUMNS = [
  'networks',
  'place',
  'languages',
  'tags',
  'trainings',
  'presence',
  'arrival',
  'source',
  'account',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
const USUAL: readonly ColumnName[] = ['networks', 'place', 'tags', 'trainings', 'arrival'];
const KEY = 'people.columns';

function namesIn(list: string | null): ColumnName[] | null {
  return list === null ? null : COLUMNS.filter((name) => list.split('.').includes(name));
}

/** The columns that are shown: those of the address (of a view), else those that this browser remembers. */
export function useColumnChoice(
  ofAddress: string | null,
  forgetAddress: () => void,
): { shown: ColumnName[]; choose: (names: ColumnName[]) => void } {
  const [own, setOwn] = useState(() => namesIn(localStorage.getItem(KEY)));
  return {
    shown: namesIn(ofAddress) ?? own ?? [...USUAL],
    choose: (names) => {
      localStorage.setItem(KEY, names.join('.'));
      setOwn(names);
      forgetAddress();
    },
  };
}

/** Chooses the columns. */
export function ColumnChooser({ shown, choose }: ReturnType<typeof useColumnChoice>) {
  const { t } = useText();
  return (
    <Disclosure summary={t('people.columns')}>
      <div
        onChange={(event) => {
          const box = event.target as unknown as HTMLInputElement;
          choose(COLUMNS.filter((name) => (name === box.value ? box.checked : shown.includes(name))));
        }}
      >
        <FilterBar label={t('people.columns')}>
          <ChoiceGroup
            key={shown.join()}
            name="colonnes"
            label={t('people.columns')}
            hint={t('people.columnsText')}
            kind="checkbox"
            choices={COLUMNS.map((name) => ({ value: name, label: t(`people.column.${name}`) }))}
            chosen={shown}
          />
        </FilterBar>
      </div>
    </Disclosure>
  );
}

/** The columns of the table, the name first. */
export function usePeopleColumns(
  shown: readonly ColumnName[],
  open: string,
): [Column<PersonRow>, ...Column<PersonRow>[]] {
  const { t } = useText();
  const { shortDate } = useStaffDates();
  const words = useWords();
  const [search] = useSearchParams();
  const to = (id: string): string => {
    const next = new URLSearchParams(search);
    next.set('personne', id);
    return `?${next.toString()}`;
  };
  const cells: Record<ColumnName, { cell: (row: PersonRow) => ReactNode; sort?: string; number?: boolean }> = {
    networks: { cell: ({ networks }) => <NetworkTags networks={networks} /> },
    place: {
      sort: 'place',
      cell: ({ arrondissement, commune }) =>
        arrondissement ? words.arrondissement(arrondissement) : (commune ?? t('staff.value.unknown')),
    },
    languages: { cell: ({ languages }) => languages.map(words.language).join(', ') },
    tags: { cell: ({ tags }) => <TagList tags={tags} /> },
    trainings: { number: true, cell: ({ trainings }) => words.number(trainings) },
    presence: { cell: ({ lastPresenceAt }) => (lastPresenceAt ? shortDate(lastPresenceAt) : '–') },
    arrival: { sort: 'arrival', cell: ({ createdAt }) => shortDate(createdAt) },
    source: { sort: 'source', cell: ({ source }) => sourceWord(source, t) },
    account: { sort: 'account', cell: ({ hasAccount }) => t(hasAccount ? 'people.account.yes' : 'people.account.no') },
  };
  return [
    {
      title: t('people.column.name'),
      sort: 'name',
      cell: ({ id, displayName }) => (
        <Link id={`personne-${id}`} to={to(id)} replace aria-current={id === open ? 'true' : undefined}>
          {displayName}
        </Link>
      ),
    },
    ...COLUMNS.filter((name) => shown.includes(name)).map((name) => ({
      title: t(`people.column.${name}`),
      ...cells[name],
    })),
  ];
}

const SOURCES = ['joined', 'imported', 'reception', 'staff'] as const;

/** How somebody became known, in words; a code that is newer than the page shows as it is. */
export function sourceWord(code: string, t: ReturnType<typeof useText>['t']): string {
  const known = SOURCES.find((one) => one === code);
  return known ? t(`staff.source.${known}`) : code;
}
