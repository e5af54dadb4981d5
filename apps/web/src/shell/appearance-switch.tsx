import { useState } from 'react';
import { useText, type MessageKey } from '../i18n/text.js';

const appearances = ['auto', 'light', 'dark'] as const;
type Appearance = (typeof appearances)[number];

const labels: Record<Appearance, MessageKey> = {
  auto: 'web.appearance.auto',
  light: 'web.appearance.light',
  dark: 'web.appearance.dark',
};

function chosenAppearance(): Appearance {
  const chosen = document.documentElement.dataset.appearance;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

function keepAppearance(appearance: Appearance): void {
  if (appearance === 'auto') delete document.documentElement.dataset.appearance;
  else document.documentElement.dataset.appearance = appearance;
  try {
    localStorage.setItem('appearance', appearance);
  } catch {
    // Storage may be refused: the choice then lasts as long as the page.
  }
}

/** Light, dark, or as the device has it. */
export function AppearanceSwitch() {
  const { t } = useText();
  const [appearance, setAppearance] = useState(chosenAppearance);
  return (
    <div className="row" role="group" aria-label={t('web.appearance.title')}>
      {appearances.map((choice) => (
        <button
          key={choice}
          type="button"
          className="chip"
          aria-pressed={choice === appearance}
          onClick={() => {
            keepAppearance(choice);
            setAppearance(choice);
          }}
        >
          {t(labels[choice])}
        </button>
      ))}
    </div>
  );
}
