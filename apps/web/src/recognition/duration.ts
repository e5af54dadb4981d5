import { useText } from '../i18n/text.js';
import { useLocale } from '../i18n/provider.js';

/** Minutes in words: `2 h 30`, `45 min`; the spaces do not break. */
export function useDuration(): (minutes: number) => string {
  const { t } = useText();
  const { locale } = useLocale();
  return (total) => {
    const [hours, minutes] = [Math.floor(total / 60), total % 60];
    const said =
      hours === 0
        ? t('recog.duration.minutes', { minutes })
        : minutes === 0
          ? t('recog.duration.hours', { hours })
          : t('recog.duration.both', { hours, minutes: locale === 'fr' ? String(minutes).padStart(2, '0') : minutes });
    return said.replace(/ /g, '\u00a0');
  };
}

/** A code in groups of four, as it is printed: `4F7K-92MQ-X0TB`. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
