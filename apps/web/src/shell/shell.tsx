import { lazy, Suspense, type ReactNode } from 'react';
import { useViewer } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { LiveRegion } from '../ui/announce.js';
import { Loading } from '../ui/states.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { OfflineBar } from './offline-bar.js';
import { useScrollMemory } from './scroll.js';

const CardBar = lazy(() => import('./card-bar.js'));

/** What surrounds every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useText();
  useScrollMemory();
  const byCard = useViewer().data?.byCard ?? false;
  return (
    <div className="site">
      <div>
        <a className="skip" href="#contenu">
          {t('web.nav.skip')}
        </a>
        <Header />
      </div>
      <OfflineBar />
      <Suspense>{byCard && <CardBar />}</Suspense>
      <main id="contenu" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </main>
      <Footer />
      <LiveRegion />
    </div>
  );
}

function Waiting() {
  return (
    <div className="wrap">
      <Loading />
    </div>
  );
}
