import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { MoreMessages } from '../i18n/provider.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { NotFound } from '../public/not-found.js';
import { MarkdownText } from '../ui/markdown-text.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice, Section } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { MaterialFile } from './course-materials.js';
import { materialQuery } from './materials-data.js';

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof materialQuery>['queryFn']>>>;

/** One material as a page that everybody can read; an old copy says what took its place. */
export default function MaterialPage() {
  return (
    <MoreMessages area="web-learning">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { id = '' } = useParams();
  const query = useQuery(materialQuery(id));
  return (
    <div className="wrap narrow">
      <QueryState query={query} titled>
        {(material) => (material ? <Body material={material} /> : <NotFound />)}
      </QueryState>
    </div>
  );
}

function Body({ material }: { material: Found }) {
  const { t } = useText();
  const { day } = useDates();
  const { title, locale, replacedBy, courseSlug, courseTitle, edition, updatedAt, textVersion, url, kind } = material;
  return (
    <div className="stack loose">
      <div className="stack tight">
        <p className="eyebrow">
          <Link to={`/formations/${courseSlug}`}>{courseTitle}</Link>
        </p>
        <PageTitle title={title} section={t('learn.material.section')}>
          <span lang={locale}>{title}</span>
        </PageTitle>
        <p className="hint">{t('learn.material.edition', { edition, day: day(updatedAt) })}</p>
      </div>
      {replacedBy ? (
        <Notice tone="warn" title={t('learn.material.replaced')}>
          <p>
            <Link to={`/formations/${courseSlug}/supports/${replacedBy.id}`}>
              {t('learn.material.replacedText', { edition: replacedBy.edition, title: replacedBy.title })}
            </Link>
          </p>
        </Notice>
      ) : url === null ? (
        <Notice title={t('learn.material.closed')} />
      ) : (
        <>
          <p>
            <MaterialFile material={material} />
          </p>
          {kind === 'image' && <img src={url} alt="" className="material-image" />}
          <Section title={t('learn.material.text')}>
            <MarkdownText source={textVersion ?? ''} lang={locale} />
          </Section>
        </>
      )}
      <p>
        <Link to={`/formations/${courseSlug}`}>{t('learn.material.course')}</Link>
      </p>
    </div>
  );
}
