import { useText } from '../i18n/text.js';
import { brand } from '../shell/brand.js';
import { Part } from './texts.js';

/** How to reach the people behind the site, also about a barrier or about one's data. */
export function Contact() {
  const { t } = useText();
  return (
    <>
      {brand.email ? (
        <p>
          {t('notice.contact.write')} <a href={`mailto:${brand.email}`}>{brand.email}</a>
        </p>
      ) : (
        <p>{t('notice.contact.notYet')}</p>
      )}
      <Part title="notice.contact.barrier" texts={['notice.contact.barrierText']} />
      <Part title="notice.contact.data" texts={['notice.contact.dataText']} />
      <Part title="notice.contact.association" texts={['notice.contact.associationText']} />
    </>
  );
}
