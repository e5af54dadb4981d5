import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { directionOf, LANGUAGE_NAMES, LOCALES, localeOf, type Edition, type Locale } from '../i18n/locale.js';
import { useLocale } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Icon } from '../ui/icons.js';

const SetLocaleDocument = graphql(`
  mutation SetLocale($locale: Locale!) {
    setLocale(locale: $locale) {
      accountId
      locale
    }
  }
`);

const editions: readonly Edition[] = ['fr', 'simple', ...LOCALES.filter((locale) => locale !== 'fr')];
const SIMPLE = 'Français, version simple';

const nameOf = (edition: Edition): string => (edition === 'simple' ? SIMPLE : LANGUAGE_NAMES[edition]);

/** Changes the language of the page at once; for a signed-in person also the language of her mails. */
export function LanguageSwitch() {
  const { t } = useText();
  const { locale, edition, choose } = useLocale();
  const { data: viewer } = useViewer();
  const keep = useMutation({ mutationFn: (chosen: Locale) => execute(SetLocaleDocument, { locale: chosen }) });
  const menu = useRef<HTMLDetailsElement>(null);
  useClosingMenu(menu);

  const pick = async (next: Edition): Promise<void> => {
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector('summary')?.focus();
    await choose(next);
    announce(nameOf(next));
    if (viewer && localeOf(next) !== viewer.locale) keep.mutate(localeOf(next));
  };

  return (
    <details className="language-menu" ref={menu}>
      <summary className="button quiet">
        <Icon name="language" size={22} />
        <span className="visually-hidden">{t('web.language.change')}</span>
        <span aria-hidden="true">{locale.toUpperCase()}</span>
      </summary>
      <ul role="list">
        {editions.map((choice) => (
          <li key={choice}>
            <button
              type="button"
              lang={localeOf(choice)}
              dir={directionOf(localeOf(choice))}
              aria-pressed={choice === edition}
              onClick={() => void pick(choice)}
            >
              {nameOf(choice)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A menu closes on Escape, and when the reader goes on elsewhere. */
function useClosingMenu(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (): void => {
      if (menu.current) menu.current.open = false;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    const onElsewhere = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [menu]);
}
