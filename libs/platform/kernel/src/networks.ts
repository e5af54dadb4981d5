/** The two networks of this platform, and the wider Volunteers of Paris that they belong to. */
export const NETWORKS = ['solidarity', 'climate', 'paris'] as const;
export type Network = (typeof NETWORKS)[number];

/** Languages of the interface, the first one being the source of all others. */
export const LOCALES = ['fr', 'en', 'es', 'uk', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The tag that dates, numbers and plurals of a language are formatted with. Arabic is read in Paris with the digits that
 * stand on every ticket and door here, with hours to 24, hence `nu-latn` and `hc-h23`.
 */
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
