import { Identity20261122T1000 } from './20261122T1000-identity.js';
import { Machinery20261122T1010 } from './20261122T1010-machinery.js';
import { Volunteers20261122T1020 } from './20261122T1020-volunteers.js';
import { Trainings20261122T1030 } from './20261122T1030-trainings.js';
import { Languages20261123T0850 } from './20261123T0850-languages.js';
import { SecondFactor20261123T0900 } from './20261123T0900-second-factor.js';

/** Every migration in order, as an explicit list: no glob, so tsc, swc and jest all see the same ones. */
export const migrations = [
  Identity20261122T1000,
  Machinery20261122T1010,
  Volunteers20261122T1020,
  Trainings20261122T1030,
  Languages20261123T0850,
  SecondFactor20261123T0900,
];
