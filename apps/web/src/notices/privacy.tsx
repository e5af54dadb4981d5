import { Link } from 'react-router';
import { useText } from '../i18n/text.js';
import { Part, Points } from './texts.js';

/** What is kept about people, why, who reads it, and what they can do about it. */
export function Privacy() {
  const { t } = useText();
  return (
    <>
      <p>{t('notice.privacy.intro')}</p>
      <Part title="notice.privacy.what">
        <Points
          points={['notice.privacy.what1', 'notice.privacy.what2', 'notice.privacy.what3', 'notice.privacy.what4']}
        />
      </Part>
      <Part title="notice.privacy.why" texts={['notice.privacy.whyText']} />
      <Part title="notice.privacy.who" texts={['notice.privacy.whoText']} />
      <Part title="notice.privacy.cookies" texts={['notice.privacy.cookiesText']} />
      <Part title="notice.privacy.rights" texts={['notice.privacy.rightsText']}>
        <p>
          <Link to="/moi/consentements">{t('mine.nav.consents')}</Link>
        </p>
      </Part>
    </>
  );
}
