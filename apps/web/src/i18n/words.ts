import { INTL_TAGS, type Locale } from './locale.js';
import { useLocale } from './provider.js';
import { useText, type MessageKey } from './text.js';

export type Network = 'solidarity' | 'climate' | 'paris';
export type SessionMode = 'on_site' | 'online' | 'visit';

const networks: Record<Network, MessageKey> = {
  solidarity: 'common.network.solidarity',
  climate: 'common.network.climate',
  paris: 'common.network.paris',
};

const modes: Record<SessionMode, MessageKey> = {
  on_site: 'web.mode.onSite',
  online: 'web.mode.online',
  visit: 'web.mode.visit',
};

const accessibility: Record<string, MessageKey> = {
  fsl: 'web.access.fsl',
  'hearing-loop': 'web.access.hearingLoop',
  subtitles: 'web.access.subtitles',
  'step-free': 'web.access.stepFree',
  'large-print': 'web.access.largePrint',
  'easy-to-read': 'web.access.easyToRead',
  'guide-dog': 'web.access.guideDog',
};

/** Words for the codes of the API. A code that is newer than the page shows as it is. */
export function useWords() {
  const { t } = useText();
  const { locale } = useLocale();
  const tag = INTL_TAGS[locale];
  const names = new Intl.DisplayNames([tag], { type: 'language' });

  const ordinal = (number: number): string => ordinals[locale](number);

  return {
    network: (network: Network): string => t(networks[network]),
    mode: (mode: SessionMode): string => t(modes[mode]),
    accessibility: (code: string): string => (accessibility[code] ? t(accessibility[code]) : code),
    language: (code: string): string => (code === 'fsl' ? t('web.access.fsl') : (names.of(code) ?? code)),
    arrondissement: (number: number): string => t('web.place.arrondissement', { number: ordinal(number) }),
    /** `1er`, `5e` in French; `1st`, `5th` in English. */
    ordinal,
    /** `a, b et c` */
    list: (words: string[]): string => new Intl.ListFormat(tag, { type: 'conjunction' }).format(words),
    number: (value: number): string => new Intl.NumberFormat(tag).format(value),
    /** The quarter of a theme, `2026-Q2`, in words. */
    quarter: (quarter: string): string => {
      const [year = '', number = ''] = quarter.split('-Q');
      return t('web.theme.quarter', { number: ordinal(Number(number)), year });
    },
  };
}

const ordinals: Record<Locale, (number: number) => string> = {
  fr: (number) => `${number}${number === 1 ? 'er' : 'e'}`,
  en: (number) => `${number}${englishSuffix(number)}`,
  es: (number) => `${number}.º`,
  uk: (number) => `${number}-й`,
  ar: (number) => String(number),
};

function englishSuffix(number: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  return { one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th', zero: 'th' }[rule];
}
