import type { Locale, Network } from '#platform/kernel';

/** What somebody may agree to. `network:*` is needed for the membership of that network, `terms` for any. */
export const CONSENT_PURPOSES = [
  'terms',
  'network:solidarity',
  'network:climate',
  'network:paris',
  'contact-by-phone',
  'contact-by-associations',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export function isConsentPurpose(value: string): value is ConsentPurpose {
  return (CONSENT_PURPOSES as readonly string[]).includes(value);
}

/** The consent without which nobody is a member of the network. */
export const purposeOf = (network: Network): ConsentPurpose => `network:${network}`;

/** Which network a consent makes somebody a member of; null for the others. */
export function networkOf(purpose: ConsentPurpose): Network | null {
  switch (purpose) {
    case 'network:solidarity':
      return 'solidarity';
    case 'network:climate':
      return 'climate';
    case 'network:paris':
      return 'paris';
    default:
      return null;
  }
}

export interface PublishedText {
  version: number;
  /** Day from which it was shown to people, `YYYY-MM-DD`. */
  publishedOn: string;
  /** The words by language; a reader whose language is not there agrees to the French ones. */
  body: { fr: string; en: string } & Partial<Record<Locale, string>>;
}

/**
 * Every consent text ever shown, oldest version first. A published text never changes: a new wording is a new version
 * at the end of its list, and people are asked again.
 */
export const CONSENT_TEXTS: Record<ConsentPurpose, readonly PublishedText[]> = {
  terms: [
    {
      version: 1,
      publishedOn: '2026-01-05',
      body: {
        fr: `Je m’engage à respecter les personnes que je rencontre, à garder pour moi ce qu’elles me confient, et à prévenir quand je ne peux pas venir.

Mes données servent à organiser mes formations et mes actions de bénévole, à rien d’autre. Mes coordonnées sont gardées à part ; chaque fois qu’une autre personne les lit, cela est noté et je peux le voir. Je peux lire, corriger ou faire effacer mes données à tout moment, depuis mon espace ou par la page Contact.`,
        en: `I commit to respecting the people I meet, to keeping what they tell me to myself, and to saying so when I cannot come.

My data is used to organise my trainings and my volunteering, and for nothing else. My contact details are kept apart; each time somebody else reads them, it is written down and I can see it. I can read, correct or have my data erased at any time, in my space or through the Contact page.`,
      },
    },
  ],
  'network:solidarity': [
    {
      version: 1,
      publishedOn: '2026-01-05',
      body: {
        fr: 'Je rejoins les Volontaires de la Solidarité. J’accepte que la coordination de ce réseau voie mon profil et m’écrive au sujet de ses formations et de ses actions. Je peux quitter le réseau quand je veux.',
        en: 'I join the Solidarity Volunteers. I agree that the coordinators of this network see my profile and write to me about its trainings and actions. I can leave the network whenever I want.',
      },
    },
  ],
  'network:climate': [
    {
      version: 1,
      publishedOn: '2026-01-05',
      body: {
        fr: 'Je rejoins les Volontaires du Climat. J’accepte que la coordination de ce réseau voie mon profil et m’écrive au sujet de ses formations et de ses actions. Je peux quitter le réseau quand je veux.',
        en: 'I join the Climate Volunteers. I agree that the coordinators of this network see my profile and write to me about its trainings and actions. I can leave the network whenever I want.',
      },
    },
  ],
  'network:paris': [
    {
      version: 1,
      publishedOn: '2026-01-05',
      body: {
        fr: 'Je rejoins les Volontaires de Paris. J’accepte que leur coordination voie mon profil et m’écrive au sujet des occasions de m’engager. Je peux quitter le réseau quand je veux.',
        en: 'I join the Paris Volunteers. I agree that their coordinators see my profile and write to me about ways to take part. I can leave the network whenever I want.',
      },
    },
  ],
  'contact-by-phone': [
    {
      version: 1,
      publishedOn: '2026-01-05',
      body: {
        fr: 'J’accepte que la coordination m’appelle ou m’envoie un SMS quand une chose presse, par exemple une séance annulée le jour même.',
        en: 'I agree that the coordinators call me or send me a text message when something is urgent, such as a session cancelled on the day.',
      },
    },
  ],
  'contact-by-associations': [
    {
      version: 1,
      publishedOn: '2026-01-05',
      body: {
        fr: 'J’accepte que les associations partenaires dont je rejoins une action reçoivent mon prénom et mon adresse e-mail pour l’organiser avec moi.',
        en: 'I agree that partner associations whose action I join receive my first name and e-mail address to organise it with me.',
      },
    },
  ],
};

/** The language in which a reader is shown a text: hers where it exists, else French. */
export function shownIn(text: PublishedText, locale: Locale): Locale {
  return text.body[locale] === undefined ? 'fr' : locale;
}

/** A version of a text that was published. @throws Error when there is no such version */
export function versionOf(purpose: string, version: number): PublishedText {
  const texts = isConsentPurpose(purpose) ? CONSENT_TEXTS[purpose] : [];
  const text = texts.find((published) => published.version === version);
  if (!text) throw new Error(`The consent ${purpose} has no version ${version}`);
  return text;
}

/** The text in force today; only its version may be agreed to. */
export function currentText(purpose: ConsentPurpose): PublishedText {
  const text = CONSENT_TEXTS[purpose].at(-1);
  if (!text) throw new Error(`No text was ever published for the consent ${purpose}`);
  return text;
}
