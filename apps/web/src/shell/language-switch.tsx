import { useMutation } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { useLocale } from '../i18n/provider.js';
import type { Locale } from '../i18n/locale.js';

const SetLocaleDocument = graphql(`
  mutation SetLocale($locale: Locale!) {
    setLocale(locale: $locale) {
      accountId
      locale
    }
  }
`);

// Each language is named in itself, so that whoever needs it can find it.
const others: Record<Locale, { locale: Locale; name: string; short: string }> = {
  fr: { locale: 'en', name: 'English', short: 'EN' },
  en: { locale: 'fr', name: 'Français', short: 'FR' },
};

/** Switches the language of the page at once; for a signed-in person also the language of her mails. */
export function LanguageSwitch() {
  const { locale, choose } = useLocale();
  const { data: viewer } = useViewer();
  const keep = useMutation({ mutationFn: (chosen: Locale) => execute(SetLocaleDocument, { locale: chosen }) });
  const other = others[locale];
  return (
    <button
      type="button"
      className="button quiet header-language"
      lang={other.locale}
      onClick={() => {
        void choose(other.locale);
        if (viewer) keep.mutate(other.locale);
      }}
    >
      <span aria-hidden="true">{other.short}</span>
      <span className="visually-hidden">{other.name}</span>
    </button>
  );
}
