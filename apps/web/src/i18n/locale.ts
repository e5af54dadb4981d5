/** Languages of the pages; French is the source. */
export type Locale = 'fr' | 'en';

/** The language of the page, which `public/appearance.js` sets before anything is drawn. */
export function currentLocale(): Locale {
  return document.documentElement.lang === 'en' ? 'en' : 'fr';
}

/** Remembers a choice of language for the next visit and tells assistive technology at once. */
export function rememberLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = 'ltr';
  try {
    localStorage.setItem('locale', locale);
  } catch {
    // Storage may be refused: the choice then lasts as long as the page.
  }
}
