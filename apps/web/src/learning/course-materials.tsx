import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useText } from '../i18n/text.js';
import { Icon } from '../ui/icons.js';
import { Section } from '../ui/panels.js';
import { kinds, materialsQuery, type Material } from './materials-data.js';

/** The files and films of a course, the text of each first; nothing at all when it has none. */
export function CourseMaterials({ slug }: { slug: string }) {
  const { t } = useText();
  const { data } = useQuery(materialsQuery(slug));
  if (!data || data.length === 0) return null;
  return (
    <Section title={t('learn.materials')}>
      <ul role="list" className="rows">
        {data.map((material) => (
          <li key={material.id} className="stack tight">
            <Row material={material} slug={slug} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Row({ material, slug }: { material: Material; slug: string }) {
  const { t } = useText();
  const { id, title, locale, kind, size, url } = material;
  const kindInWords = t(kinds[kind]);
  return (
    <>
      <p>
        <strong lang={locale}>{title}</strong>
        <span className="hint learn-under">
          {size === null
            ? kindInWords
            : t('learn.material.size', { kind: kindInWords, kilobytes: Math.ceil(size / 1024) })}
        </span>
      </p>
      {url === null ? (
        <p className="muted">{t('learn.material.closed')}</p>
      ) : (
        <p className="row">
          <Link to={`/formations/${slug}/supports/${id}`}>
            {t('learn.material.read')}
            <span className="visually-hidden"> – {title}</span>
          </Link>
          <MaterialFile material={material} />
        </p>
      )}
    </>
  );
}

/** The way to the file or the film itself. */
export function MaterialFile({ material: { title, url, fileName } }: { material: Material }) {
  const { t } = useText();
  if (url === null) return null;
  return (
    <a className="button secondary small" href={url} {...(fileName === null && { rel: 'noreferrer' })}>
      {fileName !== null && <Icon name="download" size={20} />}
      {t(fileName === null ? 'learn.material.watch' : 'learn.material.open')}
      <span className="visually-hidden"> – {title}</span>
    </a>
  );
}
