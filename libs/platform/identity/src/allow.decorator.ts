import { SetMetadata } from '@nestjs/common';
import type { Role } from './actor.js';

/**
 * Who may call a root field or a route. `public`: anybody; `account`: signed in; `volunteer`: signed in with a profile;
 * else a granted role. Several mean any of them. Row scope ("sessions of my network") is asked in services and queries.
 */
export type Permission = 'public' | 'account' | 'volunteer' | Role;

export const PERMISSION = 'permission';
export const Allow = (...permissions: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator =>
  SetMetadata(PERMISSION, permissions);
