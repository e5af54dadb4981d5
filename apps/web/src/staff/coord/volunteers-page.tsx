import { Link, useSearchParams } from 'react-router';
import { useStaffDates } from '../shared/staff-dates.js';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { ButtonLink, Empty, PageTitle, SelectField, type Column } from '../../ui/index.js';
import { FilterBar, SearchField, useFilters } from '../shared/filters.js';
import { NetworkTags } from '../shared/network-tags.js';
import { PagedTable, usePages } from '../shared/paged-table.js';
import { useNetworkChoices, type TeachingNetwork } from './network-choices.js';
import { loadVolunteers, type VolunteerRow } from './volunteers-data.js';
import { VolunteerPanel } from './volunteer-panel.js';

const arrondissements = Array.from({ length: 20 }, (_, at) => at + 1);

/** The volunteers within the coordinator's reach, and beside them the one that is looked at. */
export function VolunteersPage() {
  const { t } = useText();
  const words = useWords();
  const networks = useNetworkChoices();
  const [filters, change] = useFilters('texte', 'reseau', 'arr', 'compte', 'personne');
  const filter = {
    text: filters.texte || null,
    network: (filters.reseau || null) as TeachingNetwork | null,
    arrondissement: Number(filters.arr) || null,
    hasAccount: filters.compte ? filters.compte === 'oui' : null,
  };
  const list = usePages(['staff', 'volunteers', filter], (after) => loadVolunteers({ filter, after }));
  const person = list.data?.pages.flatMap(({ nodes }) => nodes).find(({ id }) => id === filters.personne);
  const filtered = Boolean(filters.texte || filters.reseau || filters.arr || filters.compte);
  const columns = useColumns(filters.personne);
  const all = { value: '', label: t('staff.filter.all') };
  return (
    <>
      <div className="stack tight">
        <PageTitle title={t('staff.nav.volunteers')} section={t('staff.area.coordinator')} />
        <p className="lede">{t('staff.volunteers.lede')}</p>
      </div>
      <FilterBar label={t('staff.volunteers.filter')}>
        <SearchField
          label={t('staff.volunteers.search')}
          value={filters.texte}
          onSearch={(texte) => change({ texte })}
        />
        <SelectField
          name="reseau"
          label={t('staff.field.network')}
          optional
          value={filters.reseau}
          choices={[all, ...networks]}
          onChange={({ currentTarget }) => change({ reseau: currentTarget.value })}
        />
        <SelectField
          name="arr"
          label={t('staff.field.arrondissement')}
          optional
          value={filters.arr}
          choices={[
            all,
            ...arrondissements.map((number) => ({ value: String(number), label: words.arrondissement(number) })),
          ]}
          onChange={({ currentTarget }) => change({ arr: currentTarget.value })}
        />
        <SelectField
          name="compte"
          label={t('staff.field.account')}
          optional
          value={filters.compte}
          choices={[
            all,
            { value: 'oui', label: t('staff.account.yes') },
            { value: 'non', label: t('staff.account.no') },
          ]}
          onChange={({ currentTarget }) => change({ compte: currentTarget.value })}
        />
      </FilterBar>
      <div className={person ? 'with-panel' : undefined}>
        <PagedTable
          list={list}
          caption={t('staff.nav.volunteers')}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            <Empty title={t(filtered ? 'staff.volunteers.noMatch' : 'staff.volunteers.none')}>
              <ButtonLink look="secondary" to={filtered ? '/coord/benevoles' : '/coord/imports'}>
                {t(filtered ? 'staff.filter.clear' : 'staff.volunteers.import')}
              </ButtonLink>
            </Empty>
          }
        />
        {person && <VolunteerPanel key={person.id} person={person} close={() => change({ personne: '' })} />}
      </div>
    </>
  );
}

function useColumns(open: string): [Column<VolunteerRow>, ...Column<VolunteerRow>[]] {
  const { t } = useText();
  const { shortDate } = useStaffDates();
  const words = useWords();
  const [search] = useSearchParams();
  const to = (id: string): string => {
    const next = new URLSearchParams(search);
    next.set('personne', id);
    return `?${next.toString()}`;
  };
  return [
    {
      title: t('staff.column.name'),
      cell: ({ id, displayName }) => (
        <Link id={`personne-${id}`} to={to(id)} replace aria-current={id === open ? 'true' : undefined}>
          {displayName}
        </Link>
      ),
    },
    {
      title: t('staff.column.networks'),
      cell: ({ networks }) => <NetworkTags networks={networks} />,
    },
    {
      title: t('staff.column.where'),
      cell: ({ arrondissement }) => (arrondissement ? words.arrondissement(arrondissement) : t('staff.value.unknown')),
    },
    {
      title: t('staff.field.account'),
      cell: ({ hasAccount }) => t(hasAccount ? 'staff.account.yes' : 'staff.account.no'),
    },
    { title: t('staff.column.joined'), cell: ({ createdAt }) => shortDate(createdAt) },
  ];
}
