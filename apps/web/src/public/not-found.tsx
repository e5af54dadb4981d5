import { useText } from '../i18n/text.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';

/** An address that leads nowhere, with ways out. */
export function NotFound() {
  const { t } = useText();
  return (
    <div className="wrap narrow stack">
      <PageTitle title={t('web.notFound.title')} />
      <p className="lede">{t('web.notFound.text')}</p>
      <div className="row">
        <ButtonLink to="/formations">{t('web.notFound.trainings')}</ButtonLink>
        <ButtonLink look="secondary" to="/plan-du-site">
          {t('web.footer.siteMap')}
        </ButtonLink>
      </div>
    </div>
  );
}
