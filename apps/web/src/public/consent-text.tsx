import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useLocale } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';

const ConsentTextsDocument = graphql(`
  query ConsentTexts($purposes: [String!]!, $locale: Locale!) {
    consentTexts(purposes: $purposes, locale: $locale) {
      purpose
      version
      locale
      body
    }
  }
`);

export interface ConsentShown {
  purpose: string;
  version: number;
  locale: string;
  body: string;
}

/** The consent texts in force, in the language of the page: what is shown is what is agreed to. */
export function useConsentTexts(purposes: string[]) {
  const { locale } = useLocale();
  return useQuery({
    queryKey: ['consentTexts', locale, purposes],
    queryFn: async () => (await execute(ConsentTextsDocument, { purposes, locale })).consentTexts,
  });
}

/** The exact wording of a consent, in its own language, with its version. */
export function ConsentBody({ text }: { text: ConsentShown }) {
  const { t } = useText();
  return (
    <>
      {text.body.split('\n\n').map((paragraph) => (
        <p key={paragraph} lang={text.locale}>
          {paragraph}
        </p>
      ))}
      <p className="small muted">{t('web.join.version', { version: text.version })}</p>
    </>
  );
}
