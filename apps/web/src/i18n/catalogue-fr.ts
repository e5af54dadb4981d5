import { common } from '@catalogues/fr/common.js';
import { webMine } from '@catalogues/fr/web-mine.js';
import { webPublic } from '@catalogues/fr/web-public.js';

export const catalogue = { ...common, ...webPublic, ...webMine };
