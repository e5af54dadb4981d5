import type { Locale } from '#platform/kernel';

/** The exact words that somebody agrees to before she tells of her experience. A new wording is a new version. */
export const LIVED_EXPERIENCE_TEXT = {
  version: 1,
  body: {
    fr: `Vous pouvez nous dire si vous avez vécu la rue ou une période sans logement. Rien ne vous y oblige, et rien ne change si vous ne le dites pas.

Ce que vous écrivez est gardé à part, sous une forme chiffrée. Cela n’apparaît dans aucune liste, aucune recherche et aucun fichier des équipes. Cela ne sert jamais à vous proposer ou à vous refuser une mission.

Seules les personnes de l’administration de la plateforme peuvent le lire, et seulement pour les usages que vous cochez. Vous voyez chaque lecture sur cette page.

Vous pouvez tout retirer ici à tout moment : c’est supprimé aussitôt.`,
    en: `You can tell us if you have lived on the street or gone through a time without a home. Nothing obliges you to, and nothing changes if you do not.

What you write is kept apart, in encrypted form. It appears in no list, no search and no file of the teams. It is never used to offer or refuse you a mission.

Only the administrators of the platform can read it, and only for the uses that you tick. You see each reading on this page.

You can take everything back here at any time: it is deleted at once.`,
  },
} as const;

/** The language in which a reader is shown the text: French where there is no translation. */
export function textShownIn(locale: Locale): { locale: Locale; body: string } {
  return locale === 'en'
    ? { locale, body: LIVED_EXPERIENCE_TEXT.body.en }
    : { locale: 'fr', body: LIVED_EXPERIENCE_TEXT.body.fr };
}
