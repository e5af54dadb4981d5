import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { requestOf, userError } from '#platform/graphql';
import type { Actor } from './actor.js';
import { ActorLoader } from './actor.loader.js';
import { PERMISSION, type Permission } from './allow.decorator.js';

function holds(actor: Actor, permission: Permission): boolean {
  if (permission === 'public' || permission === 'account') return true;
  if (permission === 'volunteer') return actor.volunteerId !== null;
  return actor.has(permission) || (permission === 'coordinator' && actor.has('admin'));
}

/** Whether one of the roles she was given would open the door, were her sign-in strong. */
function wouldHold(actor: Actor, permission: Permission): boolean {
  return actor.given.some(({ role }) => role === permission || (permission === 'coordinator' && role === 'admin'));
}

/**
 * Denies every root field and route that does not say whom it allows. What shows the data of others opens only to a
 * sign-in that has proved a second factor: before that, `actor.grants` is empty.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorLoader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<Permission[] | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    const actor = await this.actors.of(requestOf(context));
    if (allowed?.includes('public')) return true;
    if (!allowed) throw userError('FORBIDDEN', 'error.FORBIDDEN');
    if (!actor) throw userError('UNAUTHENTICATED', 'error.UNAUTHENTICATED');
    if (allowed.some((permission) => holds(actor, permission))) return true;
    if (!actor.strong && allowed.some((permission) => wouldHold(actor, permission)))
      throw userError('SECOND_FACTOR_REQUIRED', 'error.SECOND_FACTOR_REQUIRED');
    throw userError('FORBIDDEN', 'error.FORBIDDEN');
  }
}
