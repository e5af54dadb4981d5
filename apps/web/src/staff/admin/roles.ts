import type { MessageKey } from '../../i18n/text.js';
import type { Role } from '../../api/viewer.js';

/** Words for roles. */
export const roleNames: Record<Role, MessageKey> = {
  trainer: 'staff.role.trainer',
  association: 'staff.role.association',
  coordinator: 'staff.role.coordinator',
  admin: 'staff.role.admin',
};

export const roles: readonly Role[] = ['trainer', 'association', 'coordinator', 'admin'];
export const roleOf = (value: string): Role | null => roles.find((role) => role === value) ?? null;
