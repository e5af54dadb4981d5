/** Words of the catcher's pages. It is a tool for developers and demonstrations: it does not load the catalogues of the site. */
const fr = {
  title: 'Courriels interceptés',
  lead: 'Aucun de ces courriels n’est parti : le serveur les garde ici.',
  empty: 'Aucun courriel pour l’instant.',
  emptySearch: 'Aucun courriel ne correspond.',
  search: 'Chercher un sujet ou une adresse',
  doSearch: 'Chercher',
  refresh: 'Actualiser',
  deleteAll: 'Tout effacer',
  received: 'Reçu',
  subject: 'Sujet',
  from: 'De',
  to: 'À',
  back: 'Tous les courriels',
  noSubject: '(sans sujet)',
  html: 'Version HTML',
  text: 'Version texte',
  headers: 'En-têtes',
  attachments: 'Pièces jointes',
  source: 'Télécharger la source (.eml)',
  absent: 'Cette version n’existe pas.',
  notFound: 'Ce courriel n’existe pas ou a été effacé.',
  forbidden: 'Cette demande ne vient pas de cette page.',
  otherLanguage: 'English',
  newMails: 'De nouveaux courriels sont arrivés.',
} as const;

export type Words = Record<keyof typeof fr, string>;

const en: Words = {
  title: 'Caught mails',
  lead: 'None of these mails has left: the server keeps them here.',
  empty: 'No mail yet.',
  emptySearch: 'No mail matches.',
  search: 'Search a subject or an address',
  doSearch: 'Search',
  refresh: 'Refresh',
  deleteAll: 'Delete all',
  received: 'Received',
  subject: 'Subject',
  from: 'From',
  to: 'To',
  back: 'All mails',
  noSubject: '(no subject)',
  html: 'HTML version',
  text: 'Text version',
  headers: 'Headers',
  attachments: 'Attachments',
  source: 'Download the source (.eml)',
  absent: 'There is no such version.',
  notFound: 'This mail does not exist or was deleted.',
  forbidden: 'This request does not come from this page.',
  otherLanguage: 'Français',
  newMails: 'New mails have arrived.',
};

export type Language = 'fr' | 'en';

export const words: Record<Language, Words> = { fr, en };

/** The language asked for in the address, else the first of the browser's that is known, else French. */
export function languageOf(asked: string | null, acceptLanguage: string | undefined): Language {
  if (asked === 'fr' || asked === 'en') return asked;
  const first = (acceptLanguage ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return first.find((language): language is Language => language === 'fr' || language === 'en') ?? 'fr';
}
