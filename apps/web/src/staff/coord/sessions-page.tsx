import { useNavigate } from 'react-router';
import { useText } from '../../i18n/text.js';
import { ButtonLink, Empty, Icon, PageTitle, SelectField } from '../../ui/index.js';
import { FilterBar, SearchField, useFilters } from '../shared/filters.js';
import { PagedTable, usePages } from '../shared/paged-table.js';
import type { SessionRow } from '../shared/session-rows.js';
import { SubNav } from '../shared/sub-nav.js';
import { useNetworkChoices } from './network-choices.js';
import { StartDialog } from './session-copies.js';
import { useSessionColumns } from './session-table.js';
import { loadSessions } from './sessions-data.js';

type Network = 'solidarity' | 'climate';
type Status = SessionRow['status'];

/** Every session of the coordinator's networks: to come, past, and the templates. Filters live in the address. */
export function SessionsPage() {
  const { t } = useText();
  const [{ vue }] = useFilters('vue');
  return (
    <>
      <div className="row apart">
        <PageTitle title={t('staff.nav.sessions')} section={t('staff.area.coordinator')} />
        <ButtonLink to="/coord/sessions/nouvelle">
          <Icon name="plus" size={20} />
          {t('staff.sessions.new')}
        </ButtonLink>
      </div>
      <SubNav
        label={t('staff.sessions.views')}
        param="vue"
        views={[
          { value: 'avenir', label: t('staff.sessions.coming') },
          { value: 'passees', label: t('staff.sessions.past') },
          { value: 'modeles', label: t('staff.sessions.templates') },
        ]}
      />
      {vue === 'modeles' ? <Templates /> : <Sessions key={vue} past={vue === 'passees'} />}
    </>
  );
}

function Sessions({ past }: { past: boolean }) {
  const { t } = useText();
  const [filters, change] = useFilters('reseau', 'statut', 'texte');
  const networks = useNetworkChoices();
  const columns = useSessionColumns(past);
  const wanted = {
    network: (filters.reseau || null) as Network | null,
    status: (filters.statut || null) as Status | null,
    text: filters.texte || null,
    past,
  };
  const list = usePages(['staff', 'sessions', wanted], (after) => loadSessions({ ...wanted, after }));
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <FilterBar label={t('staff.sessions.filter')}>
        <SearchField label={t('staff.sessions.search')} value={filters.texte} onSearch={(texte) => change({ texte })} />
        <SelectField
          name="reseau"
          label={t('staff.field.network')}
          optional
          value={filters.reseau}
          choices={[{ value: '', label: t('staff.filter.all') }, ...networks]}
          onChange={({ currentTarget }) => change({ reseau: currentTarget.value })}
        />
        <SelectField
          name="statut"
          label={t('staff.field.status')}
          optional
          value={filters.statut}
          choices={[
            { value: '', label: t('staff.filter.all') },
            { value: 'published', label: t('staff.status.published') },
            { value: 'draft', label: t('staff.status.draft') },
            { value: 'cancelled', label: t('staff.status.cancelled') },
          ]}
          onChange={({ currentTarget }) => change({ statut: currentTarget.value })}
        />
      </FilterBar>
      <PagedTable
        list={list}
        caption={t(past ? 'staff.sessions.past' : 'staff.sessions.coming')}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t(filtered ? 'staff.sessions.noMatch' : 'staff.sessions.none')}>
            <ButtonLink look="secondary" to={filtered ? '/coord/sessions' : '/coord/sessions/nouvelle'}>
              {t(filtered ? 'staff.filter.clear' : 'staff.sessions.new')}
            </ButtonLink>
          </Empty>
        }
      />
    </>
  );
}

function Templates() {
  const { t } = useText();
  const navigate = useNavigate();
  const list = usePages(['staff', 'sessions', 'templates'], (after) => loadSessions({ status: 'template', after }));
  const [title, , where] = useSessionColumns();
  return (
    <PagedTable
      list={list}
      caption={t('staff.sessions.templates')}
      columns={[
        {
          title: t('staff.column.template'),
          cell: (row) => (
            <span className="stack tight">
              <strong>{row.templateName}</strong>
              {title.cell(row)}
            </span>
          ),
        },
        ...(where ? [where] : []),
        { title: t('staff.column.capacity'), number: true, cell: ({ capacity }) => capacity },
        {
          title: t('staff.column.action'),
          cell: (row) => (
            <StartDialog
              session={row}
              label={t('staff.sessions.fromTemplate')}
              onMade={(id) => void navigate(`/coord/sessions/${id}`)}
            />
          ),
        },
      ]}
      rowKey={({ id }) => id}
      empty={
        <Empty title={t('staff.sessions.noTemplate')}>
          <ButtonLink look="secondary" to="/coord/sessions">
            {t('staff.sessions.coming')}
          </ButtonLink>
        </Empty>
      }
    />
  );
}
