import { Identity20261122T1000 } from './20261122T1000-identity.js';
import { Machinery20261122T1010 } from './20261122T1010-machinery.js';
import { Volunteers20261122T1020 } from './20261122T1020-volunteers.js';
import { Trainings20261122T1030 } from './20261122T1030-trainings.js';
import { Languages20261123T0850 } from './20261123T0850-languages.js';
import { SecondFactor20261123T0900 } from './20261123T0900-second-factor.js';
import { Cards20261123T0910 } from './20261123T0910-cards.js';
import { MyData20261123T0920 } from './20261123T0920-my-data.js';
import { Merge20261123T0925 } from './20261123T0925-merge.js';
import { Imports20261123T0930 } from './20261123T0930-imports.js';
import { Audience20261123T0940 } from './20261123T0940-audience.js';
import { SeatsInDepth20261123T0950 } from './20261123T0950-seats-in-depth.js';
import { Recognition20261123T1000 } from './20261123T1000-recognition.js';
import { Presence20261123T1010 } from './20261123T1010-presence.js';
import { Qualifications20261123T1012 } from './20261123T1012-qualifications.js';
import { Materials20261123T1014 } from './20261123T1014-materials.js';
import { Surveys20261123T1016 } from './20261123T1016-surveys.js';
import { Calls20261123T1018 } from './20261123T1018-calls.js';

/** Every migration in order, as an explicit list: no glob, so tsc, swc and jest all see the same ones. */
export const migrations = [
  Identity20261122T1000,
  Machinery20261122T1010,
  Volunteers20261122T1020,
  Trainings20261122T1030,
  Languages20261123T0850,
  SecondFactor20261123T0900,
  Cards20261123T0910,
  MyData20261123T0920,
  Merge20261123T0925,
  Imports20261123T0930,
  Audience20261123T0940,
  SeatsInDepth20261123T0950,
  Recognition20261123T1000,
  Presence20261123T1010,
  Qualifications20261123T1012,
  Materials20261123T1014,
  Surveys20261123T1016,
  Calls20261123T1018,
];
