import { createContext, useContext, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { currentLocale, rememberLocale, type Locale } from './locale.js';

const loaders = {
  fr: () => import('./catalogue-fr.js'),
  en: () => import('./catalogue-en.js'),
};

type Catalogue = Record<string, string>;
interface LocaleChoice {
  locale: Locale;
  messages: Catalogue;
  choose: (locale: Locale) => Promise<void>;
}

const Choice = createContext<LocaleChoice | null>(null);

/** Loads the messages of a language; only one language ever travels to a reader. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return (await loaders[locale]()).catalogue;
}

/** Gives every page its messages. The first catalogue is loaded by the caller, so that the first paint has its words. */
export function I18nProvider({ first, children }: { first: Catalogue; children: ReactNode }) {
  const [{ locale, messages }, setState] = useState({ locale: currentLocale(), messages: first });
  const choose = async (next: Locale): Promise<void> => {
    const catalogue = await loadCatalogue(next);
    rememberLocale(next);
    setState({ locale: next, messages: catalogue });
  };
  return (
    <Choice value={{ locale, messages, choose }}>
      <IntlProvider locale={locale} messages={messages} timeZone="Europe/Paris">
        {children}
      </IntlProvider>
    </Choice>
  );
}

/** Adds the messages of a lazily loaded area (the staff pages) to those of its surroundings. */
export function MoreMessages({ catalogues, children }: { catalogues: Record<Locale, Catalogue>; children: ReactNode }) {
  const { locale, messages } = useLocale();
  return (
    <IntlProvider locale={locale} messages={{ ...messages, ...catalogues[locale] }} timeZone="Europe/Paris">
      {children}
    </IntlProvider>
  );
}

/** The language of the page and how to change it. */
export function useLocale(): LocaleChoice {
  const choice = useContext(Choice);
  if (!choice) throw new Error('useLocale outside of I18nProvider');
  return choice;
}
