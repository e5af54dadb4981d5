import type { common } from '@catalogues/fr/common.js';
import type { webNotices } from '@catalogues/fr/web-notices.js';
import type { webMine } from '@catalogues/fr/web-mine.js';
import type { webMyData } from '@catalogues/fr/web-my-data.js';
import type { webSecurity } from '@catalogues/fr/web-security.js';
import type { webCard } from '@catalogues/fr/web-card.js';
import type { webMerge } from '@catalogues/fr/web-merge.js';
import type { webReception } from '@catalogues/fr/web-reception.js';
import type { webPublic } from '@catalogues/fr/web-public.js';
import type { webCertificates } from '@catalogues/fr/web-certificates.js';
import type { webRecognition } from '@catalogues/fr/web-recognition.js';
import type { webVerifier } from '@catalogues/fr/web-verifier.js';
import type { webPeople } from '@catalogues/fr/web-people.js';
import type { webSeating } from '@catalogues/fr/web-seating.js';
import type { webSeats } from '@catalogues/fr/web-seats.js';
import type { webStaff } from '@catalogues/fr/web-staff.js';
import type { webLearning } from '@catalogues/fr/web-learning.js';
import type { webTeaching } from '@catalogues/fr/web-teaching.js';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

/** Every message a page may ask for. */
export type MessageKey =
  | keyof typeof common
  | keyof typeof webSecurity
  | keyof typeof webPublic
  | keyof typeof webMine
  | keyof typeof webMyData
  | keyof typeof webNotices
  | keyof typeof webRecognition
  | keyof typeof webVerifier
  | keyof typeof webCertificates
  | keyof typeof webPeople
  | keyof typeof webSeating
  | keyof typeof webSeats
  | keyof typeof webStaff
  | keyof typeof webLearning
  | keyof typeof webTeaching
  | keyof typeof webReception
  | keyof typeof webMerge
  | keyof typeof webCard;

export type Values = Record<string, string | number | Date>;
export type RichValues = Record<string, ReactNode | Date | ((chunks: ReactNode[]) => ReactNode)>;

/** `t('web.home.title')`: one message of the page's language, as plain text. */
export type Translate = (key: MessageKey, values?: Values) => string;

/** French sets a no-break space before these signs; messages are written with plain ones. */
function typeset(text: string, locale: string): string {
  return locale === 'fr-FR' ? text.replace(/ ([:;?!%»])/g, '\u00a0$1') : text;
}

/** Messages in the language of the page. `rich` fills tags and arguments with elements. */
export function useText(): { t: Translate; rich: (key: MessageKey, values: RichValues) => ReactNode } {
  const intl = useIntl();
  return {
    t: (key, values) => {
      const message: unknown = intl.messages[key];
      // A text without arguments is what it is; only the others are formatted.
      return typeset(typeof message === 'string' ? message : intl.formatMessage({ id: key }, values), intl.locale);
    },
    rich: (key, values) => {
      const message: unknown = intl.messages[key];
      return typeof message === 'string'
        ? message
        : intl.formatMessage({ id: key }, values as Record<string, ReactNode>);
    },
  };
}
