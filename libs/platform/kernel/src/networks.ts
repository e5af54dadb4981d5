/** The two networks of this platform, and the wider Volunteers of Paris that they belong to. */
export const NETWORKS = ['solidarity', 'climate', 'paris'] as const;
export type Network = (typeof NETWORKS)[number];

/** Languages of the interface, the first one being the source of all others. */
export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}
