import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useText } from '../../i18n/text.js';
import { ButtonLink, DataTable, Empty, Icon, PageTitle, QueryState, Tag } from '../../ui/index.js';
import { NetworkTags } from '../shared/network-tags.js';
import { qualificationsQuery, type EditedQualification } from './qualifications-data.js';

/** Every qualification with its rule in a few words. */
export function QualificationsPage() {
  const { t } = useText();
  const query = useQuery(qualificationsQuery);
  return (
    <>
      <div className="row apart">
        <PageTitle title={t('teach.nav.qualifications')} section={t('staff.area.coordinator')} />
        <ButtonLink to="/coord/qualifications/nouvelle">
          <Icon name="plus" size={20} />
          {t('teach.qualifications.new')}
        </ButtonLink>
      </div>
      <QueryState query={query}>
        {({ qualifications }) =>
          qualifications.length === 0 ? (
            <Empty title={t('teach.qualifications.none')} />
          ) : (
            <Table qualifications={qualifications} />
          )
        }
      </QueryState>
    </>
  );
}

function Table({ qualifications }: { qualifications: EditedQualification[] }) {
  const { t } = useText();
  const rule = useRuleInWords();
  return (
    <DataTable
      caption={t('teach.nav.qualifications')}
      captionHidden
      rows={qualifications}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('teach.qualification.name'),
          cell: ({ slug, name, locale, archived }) => (
            <>
              <Link to={`/coord/qualifications/${slug}`} lang={locale}>
                {name}
              </Link>{' '}
              {archived && <Tag>{t('teach.qualification.tag.archived')}</Tag>}
            </>
          ),
        },
        { title: t('staff.column.networks'), cell: ({ networks }) => <NetworkTags networks={networks} /> },
        { title: t('teach.column.rule'), cell: rule },
        {
          title: t('teach.column.validity'),
          cell: ({ validMonths }) =>
            validMonths === null ? t('teach.validity.none') : t('teach.validity', { months: validMonths }),
        },
      ]}
    />
  );
}

/** `2 jours de formation` */
function useRuleInWords(): (qualification: EditedQualification) => string {
  const { t } = useText();
  return ({ needs, amount, earnedBy }) => {
    switch (needs) {
      case 'days':
        return t('teach.qualification.summary.days', { amount: amount ?? 1 });
      case 'hours':
        return t('teach.qualification.summary.hours', { amount: amount ?? 1 });
      case 'courses':
        return t('teach.qualification.summary.courses', { count: earnedBy.length });
    }
  };
}
