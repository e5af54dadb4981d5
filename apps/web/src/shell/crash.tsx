import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/text.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/panels.js';

/** A page that cannot be drawn says so and offers to start again, instead of leaving a blank screen. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useText();
  return (
    <div className="wrap">
      <main className="stack">
        <h1>{t('web.error.crash.title')}</h1>
        <Notice tone="bad" title={t('web.error.crash.text')} role="alert">
          <Button small look="secondary" onClick={() => window.location.reload()}>
            {t('web.error.reload')}
          </Button>
        </Notice>
      </main>
    </div>
  );
}
