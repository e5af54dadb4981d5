import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { execute } from '../api/execute.js';
import { MoreMessages, useLocale } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { RulesDocument } from '../mine/my-data/my-data-data.js';
import { RulesList } from '../mine/my-data/rules-list.js';
import { QueryState } from '../ui/states.js';
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
          <Link to="/moi/donnees">{t('mine.nav.data')}</Link>
        </p>
        <p>
          <Link to="/moi/consentements">{t('mine.nav.consents')}</Link>
        </p>
      </Part>
      <MoreMessages area="web-my-data">
        <Rules />
      </MoreMessages>
    </>
  );
}

/** The rules of retention and erasure, as the server carries them out. */
function Rules() {
  const { locale } = useLocale();
  const query = useQuery({
    queryKey: ['personalDataRules', locale],
    queryFn: async () => (await execute(RulesDocument)).personalDataRules,
  });
  return (
    <Part title="myData.rules.title">
      <QueryState query={query}>{(rules) => <RulesList rules={rules} />}</QueryState>
    </Part>
  );
}
