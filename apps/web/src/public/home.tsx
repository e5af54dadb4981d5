import { useText } from '../i18n/text.js';
import { PageTitle } from '../ui/page-title.js';

export function Home() {
  const { t } = useText();
  return (
    <div className="wrap">
      <PageTitle title={t('web.home.title')} />
    </div>
  );
}
