import type { Locale, Network } from '#platform/kernel';
import { MATERIALS } from './programme-materials.js';

/**
 * What the city's plans say of the two networks, as facts: trainings on reaching out and on homeless women for
 * Solidarity, one theme a quarter for the Climate, and the places and associations they name. Texts are our own; dates
 * and people of a demonstration are invented elsewhere.
 */

export interface ProgrammeTheme {
  key: string;
  network: Network;
  title: string;
  summary: string;
}

export interface ProgrammePlace {
  key: string;
  name: string;
  address: string;
  arrondissement: number;
  accessDetails: string;
}

export interface ProgrammeCourse {
  slug: string;
  networks: Network[];
  /** Key of its theme, if it belongs to one. */
  theme: string | null;
  title: string;
  summary: string;
  description: string;
  material: string;
  locale: Locale;
  requires: string[];
  /** Keys of the places where it is given. */
  places: string[];
}

/** One theme a quarter, in this order. */
export const climateThemes: ProgrammeTheme[] = [
  {
    key: 'heat-wave',
    network: 'climate',
    title: 'La canicule',
    summary: 'Se préparer aux fortes chaleurs, chez soi et autour de soi, et veiller sur les personnes fragiles.',
  },
  {
    key: 'waste',
    network: 'climate',
    title: 'Les déchets',
    summary: 'Jeter moins, trier mieux, composter : des gestes à essayer puis à transmettre.',
  },
  {
    key: 'food',
    network: 'climate',
    title: 'L’alimentation',
    summary: 'Cuisiner de saison, gaspiller moins, manger plus végétal sans se priver.',
  },
  {
    key: 'mobility',
    network: 'climate',
    title: 'La mobilité du quotidien',
    summary: 'Marcher, rouler à vélo, prendre les transports : trouver ce qui marche pour chacun.',
  },
  {
    key: 'purchases',
    network: 'climate',
    title: 'Les achats',
    summary: 'Réparer, prêter, acheter d’occasion, choisir en connaissance de cause.',
  },
];

/** Themes of the other network, in turn. */
export const solidarityThemes: ProgrammeTheme[] = [
  {
    key: 'outreach',
    network: 'solidarity',
    title: 'Aller vers',
    summary: 'Oser le premier pas vers une personne qui vit à la rue, et savoir vers qui l’orienter.',
  },
  {
    key: 'homeless-women',
    network: 'solidarity',
    title: 'Les femmes sans abri',
    summary: 'Comprendre ce que vivent les femmes à la rue, souvent invisibles, et ce qui peut aider.',
  },
];

const TO_CHECK = 'Démonstration : demandez au lieu comment y accéder avant de venir.';

export const places: ProgrammePlace[] = [
  {
    key: 'fabrique',
    name: 'Fabrique de la Solidarité',
    address: '8 rue de la Banque, 75002 Paris',
    arrondissement: 2,
    accessDetails: TO_CHECK,
  },
  {
    key: 'maison',
    name: 'Maison des Acteurs du Paris Durable',
    address: '21 rue des Blancs-Manteaux, 75004 Paris',
    arrondissement: 4,
    accessDetails: TO_CHECK,
  },
];

/** Associations of the partner network, by name only. */
export const partners: string[] = [
  'ADSF',
  'Armée du Salut',
  'Aurore',
  'Emmaüs',
  'Entourage',
  'Le Carillon',
  'Les Restos du cœur',
  'Samusocial de Paris',
  'Secours catholique',
  'Secours populaire',
];

export const courses: ProgrammeCourse[] = [
  {
    slug: 'aller-vers',
    networks: ['solidarity'],
    theme: 'outreach',
    title: 'Aller vers',
    summary: 'Aborder une personne qui vit à la rue : oser, écouter, orienter.',
    description:
      '## Ce que vous apprendrez\n\n- Engager une conversation sans rien imposer\n- Entendre un refus\n- Reconnaître une urgence et alerter\n\n## Pour qui\n\nToute personne de 16 ans et plus, sans expérience.',
    material: MATERIALS.allerVers,
    locale: 'fr',
    requires: [],
    places: ['fabrique'],
  },
  {
    slug: 'reaching-out',
    networks: ['solidarity'],
    theme: 'outreach',
    title: 'Reaching out',
    summary: 'How to approach somebody who lives in the street: dare, listen, direct.',
    description:
      '## What you will learn\n\n- To start a conversation without imposing\n- To hear a no\n- To recognise an emergency\n\n## For whom\n\nAnybody of 16 and over; no French needed.',
    material: MATERIALS.reachingOut,
    locale: 'en',
    requires: [],
    places: ['fabrique'],
  },
  {
    slug: 'femmes-sans-abri',
    networks: ['solidarity'],
    theme: 'homeless-women',
    title: 'Femmes sans abri',
    summary: 'Comprendre la vie à la rue au féminin et adapter sa façon d’aider.',
    description:
      '## Ce que vous apprendrez\n\n- Pourquoi beaucoup de femmes se cachent\n- Parler de santé et d’hygiène avec tact\n- Connaître les lieux qui accueillent des femmes\n\n## Avant de venir\n\nAvoir suivi **Aller vers**.',
    material: MATERIALS.femmesSansAbri,
    locale: 'fr',
    requires: ['aller-vers'],
    places: ['fabrique'],
  },
  {
    slug: 'canicule',
    networks: ['climate', 'solidarity'],
    theme: 'heat-wave',
    title: 'Canicule : veiller les uns sur les autres',
    summary: 'Préparer son logement, son immeuble et ses voisins aux fortes chaleurs.',
    description:
      '## Ce que vous apprendrez\n\n- Repérer qui est fragile autour de soi\n- Garder un logement au frais\n- Reconnaître un coup de chaleur\n\n## Pour qui\n\nOuverte aux deux réseaux.',
    material: MATERIALS.canicule,
    locale: 'fr',
    requires: [],
    places: ['maison', 'fabrique'],
  },
  {
    slug: 'dechets',
    networks: ['climate'],
    theme: 'waste',
    title: 'Déchets : jeter moins, trier mieux',
    summary: 'Peser sa poubelle, comprendre le tri, lancer un compost.',
    description:
      '## Ce que vous apprendrez\n\n- Lire une poubelle\n- Trier sans se tromper\n- Lancer un compost dans l’immeuble',
    material: MATERIALS.dechets,
    locale: 'fr',
    requires: [],
    places: ['maison'],
  },
  {
    slug: 'alimentation',
    networks: ['climate'],
    theme: 'food',
    title: 'Alimentation : bon pour soi, bon pour le climat',
    summary: 'Composer un repas de saison et ne rien en perdre.',
    description:
      '## Ce que vous apprendrez\n\n- Choisir de saison\n- Remplacer sans perdre le goût\n- Cuisiner les restes',
    material: MATERIALS.alimentation,
    locale: 'fr',
    requires: [],
    places: ['maison'],
  },
  {
    slug: 'mobilites',
    networks: ['climate'],
    theme: 'mobility',
    title: 'Mobilités du quotidien',
    summary: 'Essayer un autre trajet, puis aider quelqu’un à l’essayer.',
    description:
      '## Ce que vous apprendrez\n\n- Comparer ses trajets\n- Rouler à vélo en ville en sécurité\n- Accompagner une personne qui hésite',
    material: MATERIALS.mobilites,
    locale: 'fr',
    requires: [],
    places: ['maison'],
  },
  {
    slug: 'achats-responsables',
    networks: ['climate'],
    theme: 'purchases',
    title: 'Achats responsables',
    summary: 'Réparer, emprunter, choisir : acheter moins et mieux.',
    description:
      '## Ce que vous apprendrez\n\n- Se demander si l’on a besoin d’acheter\n- Faire durer et faire réparer\n- Lire une étiquette',
    material: MATERIALS.achats,
    locale: 'fr',
    requires: [],
    places: ['maison'],
  },
];
