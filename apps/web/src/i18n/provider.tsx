import { createContext, use, useContext, useMemo, useState, type ComponentProps, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { comingMessages, fetchEdition, messagesOf, type Area, type Catalogue } from './areas.js';
import { currentEdition, INTL_TAGS, localeOf, rememberEdition, type Edition, type Locale } from './locale.js';

interface Choice {
  /** The language of the page. */
  locale: Locale;
  /** The language, or French in short sentences. */
  edition: Edition;
  messages: Catalogue;
  choose: (edition: Edition) => Promise<void>;
}

const ChoiceContext = createContext<Choice | null>(null);

/** What every page shows: the frame, the public pages and one's own. */
const EVERYWHERE: Area[] = ['common', 'web-public', 'web-mine'];

/** Brings the messages that the first page needs; only one language ever travels to a reader. */
export async function firstMessages(): Promise<Catalogue> {
  const parts = await Promise.all(EVERYWHERE.map((area) => messagesOf(area, currentEdition())));
  return Object.assign({}, ...parts) as Catalogue;
}

/** Gives every page its messages. The first ones are loaded by the caller, so that the first paint has its words. */
export function I18nProvider({ first, children }: { first: Catalogue; children: ReactNode }) {
  const [{ edition, messages }, setState] = useState({ edition: currentEdition(), messages: first });
  const choose = async (next: Edition): Promise<void> => {
    await fetchEdition(next);
    const parts = await Promise.all(EVERYWHERE.map((area) => messagesOf(area, next)));
    rememberEdition(next);
    setState({ edition: next, messages: Object.assign({}, ...parts) as Catalogue });
  };
  const locale = localeOf(edition);
  return (
    <ChoiceContext value={{ locale, edition, messages, choose }}>
      <Intl locale={locale} messages={messages}>
        {children}
      </Intl>
    </ChoiceContext>
  );
}

/** Adds the messages of a lazily loaded area, such as `web-staff`, to those of its surroundings. */
export function MoreMessages({ area, children }: { area: Area; children: ReactNode }) {
  const choice = useLocale();
  const own = use(comingMessages(area, choice.edition));
  const messages = useMemo(() => ({ ...choice.messages, ...own }), [choice.messages, own]);
  return (
    <ChoiceContext value={{ ...choice, messages }}>
      <Intl locale={choice.locale} messages={messages}>
        {children}
      </Intl>
    </ChoiceContext>
  );
}

type Messages = NonNullable<ComponentProps<typeof IntlProvider>['messages']>;

function Intl({ locale, messages, children }: { locale: Locale; messages: Catalogue; children: ReactNode }) {
  return (
    <IntlProvider locale={INTL_TAGS[locale]} messages={messages as Messages} timeZone="Europe/Paris">
      {children}
    </IntlProvider>
  );
}

/** The language of the page and how to change it. */
export function useLocale(): Choice {
  const choice = useContext(ChoiceContext);
  if (!choice) throw new Error('useLocale outside of I18nProvider');
  return choice;
}
