import { useIntl } from 'react-intl';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { ButtonLink, Empty, PageTitle } from '../../ui/index.js';
import { FilterBar, SearchField, useFilters } from '../shared/filters.js';
import { PagedTable, usePages } from '../shared/paged-table.js';
import { useStaffDates } from '../shared/staff-dates.js';

const JournalDocument = graphql(`
  query Journal($text: String, $after: String) {
    auditEntries(text: $text, after: $after) {
      total
      nodes {
        id
        at
        actor
        action
        subjectType
        subjectId
        purpose
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Who did what when: every change made for others, every reading of somebody's contact data. */
export function JournalPage() {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const { messages, formatMessage } = useIntl();
  const [{ texte }, change] = useFilters('texte');
  const list = usePages(
    ['staff', 'journal', texte],
    async (after) => (await execute(JournalDocument, { text: texte || null, after })).auditEntries,
  );
  const word = (id: string, code: string): string => (id in messages ? formatMessage({ id }) : code);
  return (
    <>
      <div className="stack tight">
        <PageTitle title={t('staff.nav.journal')} section={t('staff.area.admin')} />
        <p className="lede">{t('staff.journal.lede')}</p>
      </div>
      <FilterBar label={t('staff.journal.filter')}>
        <SearchField
          label={t('staff.journal.search')}
          hint={t('staff.journal.searchHint')}
          value={texte}
          onSearch={(text) => change({ texte: text })}
        />
      </FilterBar>
      <PagedTable
        list={list}
        caption={t('staff.nav.journal')}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t('staff.column.what'),
            cell: ({ action }) => (
              <>
                {word(`staff.done.${action}`, action)}
                <br />
                <code className="small muted">{action}</code>
              </>
            ),
          },
          { title: t('staff.column.when'), cell: ({ at }) => shortMoment(at) },
          { title: t('staff.column.who'), cell: ({ actor }) => word(`staff.actor.${actor}`, actor) },
          {
            title: t('staff.column.subject'),
            cell: ({ subjectType, subjectId }) => (
              <>
                {word(`staff.subject.${subjectType}`, subjectType)}{' '}
                <code className="small" title={subjectId}>
                  {subjectId.slice(0, 8)}
                </code>
              </>
            ),
          },
          { title: t('staff.column.purpose'), cell: ({ purpose }) => purpose ?? t('staff.value.none') },
        ]}
        empty={
          <Empty title={t(texte ? 'staff.journal.noMatch' : 'staff.journal.none')}>
            {texte && (
              <ButtonLink look="secondary" to="/admin/journal">
                {t('staff.filter.clear')}
              </ButtonLink>
            )}
          </Empty>
        }
      />
    </>
  );
}
