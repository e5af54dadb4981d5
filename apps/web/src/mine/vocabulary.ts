import type { Skill, Theme } from '@volunteers/vocabulary.js';
import type { MessageKey } from '../i18n/text.js';

/** Words for what somebody can lend to others. */
export const skillLabels: Record<Skill, MessageKey> = {
  listening: 'mine.skill.listening',
  'first-aid': 'mine.skill.firstAid',
  teaching: 'mine.skill.teaching',
  translation: 'mine.skill.translation',
  writing: 'mine.skill.writing',
  digital: 'mine.skill.digital',
  cooking: 'mine.skill.cooking',
  gardening: 'mine.skill.gardening',
  repair: 'mine.skill.repair',
  driving: 'mine.skill.driving',
  logistics: 'mine.skill.logistics',
  events: 'mine.skill.events',
  photography: 'mine.skill.photography',
};

/** Words for what somebody cares about. */
export const themeLabels: Record<Theme, MessageKey> = {
  outreach: 'mine.theme.outreach',
  'homeless-women': 'mine.theme.homelessWomen',
  isolation: 'mine.theme.isolation',
  'food-aid': 'mine.theme.foodAid',
  'access-to-rights': 'mine.theme.accessToRights',
  'heat-wave': 'mine.theme.heatWave',
  waste: 'mine.theme.waste',
  food: 'mine.theme.food',
  mobility: 'mine.theme.mobility',
  purchases: 'mine.theme.purchases',
  nature: 'mine.theme.nature',
};
