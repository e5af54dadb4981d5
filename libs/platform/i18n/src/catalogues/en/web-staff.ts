import { staffAdmin } from './staff/admin.js';
import { staffCommon } from './staff/common.js';
import { staffCourses } from './staff/courses.js';
import { staffFaults } from './staff/faults.js';
import { staffImports } from './staff/imports.js';
import { staffPeople } from './staff/people.js';
import { staffSessions } from './staff/sessions.js';
import { staffTrainer } from './staff/trainer.js';
import type { webStaff as source } from '../fr/web-staff.js';

export const webStaff: Record<keyof typeof source, string> = {
  ...staffCommon,
  ...staffTrainer,
  ...staffSessions,
  ...staffPeople,
  ...staffCourses,
  ...staffImports,
  ...staffFaults,
  ...staffAdmin,
};
