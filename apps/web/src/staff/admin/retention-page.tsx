import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { DataTable, Empty, PageTitle, QueryState } from '../../ui/index.js';
import { useStaffDates } from '../shared/staff-dates.js';

const RetentionRunsDocument = graphql(`
  query RetentionRuns {
    retentionRuns {
      ranAt
      table
      title
      when
      rows
    }
  }
`);

/** What the rules of retention removed, night by night. */
export function RetentionPage() {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const query = useQuery({
    queryKey: ['staff', 'retention'],
    queryFn: async () => (await execute(RetentionRunsDocument)).retentionRuns,
  });
  return (
    <>
      <PageTitle title={t('staff.nav.retention')} section={t('staff.area.admin')} />
      <p className="lede">{t('staff.retention.lede')}</p>
      <QueryState query={query}>
        {(runs) =>
          runs.length === 0 ? (
            <Empty title={t('staff.retention.none')} />
          ) : (
            <DataTable
              caption={t('staff.nav.retention')}
              captionHidden
              rows={runs}
              rowKey={({ ranAt, table, when }) => `${ranAt}${table}${when}`}
              columns={[
                { title: t('staff.retention.when'), cell: ({ ranAt }) => shortMoment(ranAt) },
                { title: t('staff.retention.what'), cell: ({ title }) => title },
                { title: t('staff.retention.rule'), cell: ({ when }) => when },
                { title: t('staff.retention.rows'), number: true, cell: ({ rows }) => rows },
              ]}
            />
          )
        }
      </QueryState>
      <p>
        <Link to="/donnees-personnelles">{t('staff.retention.rules')}</Link>
      </p>
    </>
  );
}
