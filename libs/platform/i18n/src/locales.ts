import type { Locale } from '#platform/kernel';

// Only the type comes from the kernel: pages load this file too, and the kernel needs Node.
const directions: Record<Locale, 'ltr' | 'rtl'> = {
  fr: 'ltr',
  en: 'ltr',
  es: 'ltr',
  uk: 'ltr',
  ar: 'rtl',
};

/** Which way a language is written, for `dir` on pages and mails. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return directions[locale];
}

function isSpoken(language: string): language is Locale {
  return Object.hasOwn(directions, language);
}

/**
 * The language of ours that a reader prefers, from an `Accept-Language` header (RFC 9110, section 12.5.4).
 * Regional variants count as their language (`en-GB` is `en`); without a usable wish it is French.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: { locale: Locale; quality: number } | null = null;
  for (const wish of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = wish.toLowerCase().split(';');
    const language = range.trim().split('-')[0] ?? '';
    const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    const locale = language === '*' ? 'fr' : language;
    if (!isSpoken(locale) || !(quality > 0)) continue;
    if (best === null || quality > best.quality) best = { locale, quality };
  }
  return best?.locale ?? 'fr';
}
