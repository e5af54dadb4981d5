import { useText } from '../i18n/text.js';
import { brand } from '../shell/brand.js';
import { Part } from './texts.js';

/** Who publishes and who hosts. What the operator has not stated yet is said to be missing. */
export function Legal() {
  const { t } = useText();
  const missing = t('notice.legal.missing');
  return (
    <>
      <Part title="notice.legal.publisher">
        <p>{brand.publisher || missing}</p>
      </Part>
      <Part title="notice.legal.host">
        <p>{brand.host || missing}</p>
      </Part>
      <Part title="notice.legal.software" texts={['notice.legal.softwareText']} />
      <Part title="notice.legal.images" texts={['notice.legal.imagesText']} />
    </>
  );
}
