import { common } from '@catalogues/en/common.js';
import { webMine } from '@catalogues/en/web-mine.js';
import { webPublic } from '@catalogues/en/web-public.js';

export const catalogue = { ...common, ...webPublic, ...webMine };
