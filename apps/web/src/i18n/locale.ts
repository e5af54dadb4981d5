/** Languages of the pages; French is the source. */
export const LOCALES = ['fr', 'en', 'es', 'uk', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a reader chose: a language, or French in short sentences. */
export type Edition = Locale | 'simple';

/** Each language is named in itself, so that whoever needs it can find it. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  uk: 'Українська',
  ar: 'العربية',
};

/** Tags for dates, numbers and plurals; Arabic with the digits and hours that stand on every door here: `nu-latn`, `hc-h23`. */
export const INTL_TAGS: Record<Locale, string> = {
  fr: 'fr-FR',
  en: 'en-GB',
  es: 'es-ES',
  uk: 'uk-UA',
  ar: 'ar-u-hc-h23-nu-latn',
};

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}

/** The language that an edition is written in. */
export function localeOf(edition: Edition): Locale {
  return edition === 'simple' ? 'fr' : edition;
}

/** Which way a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The edition of the page, which `public/appearance.js` sets before anything is drawn. */
export function currentEdition(): Edition {
  const { lang, dataset } = document.documentElement;
  if (dataset.edition === 'simple') return 'simple';
  return isLocale(lang) ? lang : 'fr';
}

/** The language of the page. */
export function currentLocale(): Locale {
  return localeOf(currentEdition());
}

/** Remembers a choice for the next visit and tells assistive technology at once. */
export function rememberEdition(edition: Edition): void {
  const root = document.documentElement;
  root.lang = localeOf(edition);
  root.dir = directionOf(root.lang as Locale);
  if (edition === 'simple') root.dataset.edition = 'simple';
  else delete root.dataset.edition;
  try {
    localStorage.setItem('locale', edition);
  } catch {
    // Storage may be refused: the choice then lasts as long as the page.
  }
}
