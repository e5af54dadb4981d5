import { Navigate, useSearchParams } from 'react-router';
import { useReadAgain, useViewer } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { PageTitle } from '../ui/page-title.js';
import { QueryState } from '../ui/states.js';
import { Identify } from './identify.js';
import { JoinForm } from './join.js';
import { returnPath } from './sign-in-data.js';

/** Registration: an address and a code, then a first name, a year of birth and the consents. Nothing else. */
export default function JoinPage() {
  const { t } = useText();
  const viewer = useViewer();
  const readAgain = useReadAgain();
  const [search] = useSearchParams();
  const asked = search.get('reseau');
  return (
    <div className="wrap narrow stack">
      <QueryState query={viewer}>
        {(person) => {
          if (!person) return <Identify title={t('web.join.title')} intro={<p>{t('web.join.intro')}</p>} />;
          if (person.volunteer) return <Navigate replace to={returnPath(search, '/moi')} />;
          return (
            <>
              <PageTitle title={t('web.join.aboutYou')} section={t('web.join.title')} step="profile" />
              <JoinForm
                networks={['solidarity', 'climate', 'paris']}
                chosen={asked === 'solidarity' || asked === 'climate' ? [asked] : []}
                submit={t('web.join.submit')}
                onJoined={readAgain}
              />
            </>
          );
        }}
      </QueryState>
    </div>
  );
}
