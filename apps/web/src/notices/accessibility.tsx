import { Link } from 'react-router';
import { useText } from '../i18n/text.js';
import { Part, Points } from './texts.js';

/** The declaration: what is checked by machines, what nobody has checked yet, and how to report a barrier. */
export function Accessibility() {
  const { t } = useText();
  return (
    <>
      <p>{t('notice.accessibility.intro')}</p>
      <Part title="notice.accessibility.state" texts={['notice.accessibility.stateText']} />
      <Part title="notice.accessibility.tested">
        <Points
          points={[
            'notice.accessibility.tested1',
            'notice.accessibility.tested2',
            'notice.accessibility.tested3',
            'notice.accessibility.tested4',
          ]}
        />
      </Part>
      <Part title="notice.accessibility.untested">
        <Points
          points={[
            'notice.accessibility.untested1',
            'notice.accessibility.untested2',
            'notice.accessibility.untested3',
          ]}
        />
      </Part>
      <Part title="notice.accessibility.report" texts={['notice.accessibility.reportText']}>
        <p>
          <Link to="/contact">{t('web.footer.contact')}</Link>
        </p>
      </Part>
      <Part title="notice.accessibility.remedy" texts={['notice.accessibility.remedyText']} />
    </>
  );
}
