import { staffAdmin } from './staff/admin.js';
import { staffCommon } from './staff/common.js';
import { staffCourses } from './staff/courses.js';
import { staffFaults } from './staff/faults.js';
import { staffImports } from './staff/imports.js';
import { staffPeople } from './staff/people.js';
import { staffSessions } from './staff/sessions.js';
import { staffTrainer } from './staff/trainer.js';

/** Words of the pages of trainers, coordinators and administrators. */
export const webStaff = {
  ...staffCommon,
  ...staffTrainer,
  ...staffSessions,
  ...staffPeople,
  ...staffCourses,
  ...staffImports,
  ...staffFaults,
  ...staffAdmin,
} as const;
