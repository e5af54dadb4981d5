import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/text.js';

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that the device has no connection, for as long as that lasts. */
export function OfflineBar() {
  const { t } = useText();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <div className="offline-bar">
          <p className="wrap">{t('web.state.offline')}</p>
        </div>
      )}
    </div>
  );
}
