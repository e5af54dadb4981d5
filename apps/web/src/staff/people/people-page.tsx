import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, ButtonLink, CheckboxField, PageTitle, SelectField } from '../../ui/index.js';
import { FilterBar, SearchField } from '../shared/filters.js';
import { ExportDialog } from './export-dialog.js';
import { FindDialog } from './find-dialog.js';
import { ColumnChooser, useColumnChoice } from './people-columns.js';
import { loadChoices, type FilterInput, type Sort } from './people-data.js';
import { PeopleTable, useCountWords } from './people-table.js';
import { PersonPanel } from './person-panel.js';
import { Sentence } from './sentence.js';
import { TagDialog, TagDoneNotice, type TagDone } from './tag-dialog.js';
import { usePeopleFilter, type PeopleFilter } from './use-people-filter.js';
import { ViewsBar } from './views-bar.js';

/** The people whom the coordinator looks after: found by a sentence, kept as a view, tagged, written to, exported. */
export function PeoplePage() {
  const { t } = useText();
  const filter = usePeopleFilter();
  const { data: choices } = useQuery({ queryKey: ['staff', 'people', 'choices'], queryFn: loadChoices });
  const columns = useColumnChoice(filter.columns, () => filter.set('colonnes', ''));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [change, setChange] = useState<TagDone | null>(null);
  const count = useCountWords(filter.filter);

  const toggle = (id: string): void =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const target: FilterInput = chosen.size > 0 ? { only: [...chosen] } : filter.filter;
  const about = chosen.size > 0 ? t('people.chosen', { count: chosen.size }) : (count ?? t('people.counting'));
  return (
    <>
      <div className="stack tight">
        <PageTitle title={t('staff.nav.volunteers')} section={t('staff.area.coordinator')} />
        <p className="lede">{t('people.lede')}</p>
      </div>
      <ViewsBar filter={filter} columns={columns.shown} />
      <div className="people-filter stack">
        <FilterBar label={t('staff.volunteers.filter')}>
          <SearchField
            key={filter.text}
            label={t('people.search')}
            hint={t('people.searchHint')}
            value={filter.text}
            onSearch={(text) => filter.set('texte', text)}
          />
          <OrderFields filter={filter} />
        </FilterBar>
        <Sentence filter={filter} choices={choices} />
      </div>
      <div className="row apart people-bar">
        <p className="people-count">
          <strong>{count ?? t('people.counting')}</strong>
        </p>
        <div className="row tight" role="group" aria-label={about}>
          {chosen.size > 0 && (
            <>
              <span>{about}</span>
              <Button small look="quiet" onClick={() => setChosen(new Set())}>
                {t('people.unchoose')}
              </Button>
            </>
          )}
          <TagDialog tags={choices?.tags ?? []} filter={target} count={about} done={setChange} />
          <ButtonLink small look="secondary" to={`/coord/ecrire?${mailSearch(filter.search, chosen)}`}>
            {t('people.mail.do')}
          </ButtonLink>
          <ExportDialog filter={target} count={about} />
          <FindDialog found={(id) => filter.set('personne', id)} />
        </div>
      </div>
      {change && <TagDoneNotice key={change.id} change={change} close={() => setChange(null)} />}
      <ColumnChooser {...columns} />
      <div className={filter.person ? 'with-panel' : undefined}>
        <PeopleTable filter={filter} shown={columns.shown} chosen={chosen} toggle={toggle} />
        {filter.person && (
          <PersonPanel key={filter.person} id={filter.person} close={() => filter.set('personne', '')} />
        )}
      </div>
    </>
  );
}

/** The filter, or the people chosen one by one, for the page that writes to them. */
function mailSearch(search: URLSearchParams, chosen: ReadonlySet<string>): string {
  const next = new URLSearchParams();
  if (chosen.size > 0) next.set('pour', [...chosen].join('.'));
  else
    for (const [name, value] of search) {
      if (name === 'si' || name === 'texte') next.append(name, value);
    }
  return next.toString();
}

const SORTS: readonly Sort[] = ['name', 'place', 'arrival', 'source', 'account', 'relevance'];

/** The order as fields: on a phone the table has no headings to press. */
function OrderFields({ filter }: { filter: PeopleFilter }) {
  const { t } = useText();
  return (
    <>
      <SelectField
        name="tri"
        label={t('people.order')}
        optional
        value={filter.sort}
        choices={SORTS.filter((sort) => sort !== 'relevance' || filter.text !== '').map((value) => ({
          value,
          label: t(`people.order.${value}`),
        }))}
        onChange={({ currentTarget }) => filter.set('tri', currentTarget.value)}
      />
      <CheckboxField
        name="sens"
        label={t('people.order.descending')}
        checked={filter.descending}
        onChange={({ currentTarget }) => filter.set('sens', currentTarget.checked ? 'desc' : '')}
      />
    </>
  );
}
