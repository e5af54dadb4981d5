import { RequestMethod } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { PERMISSION, type Permission } from '#platform/identity';

/** A door of the platform and who may open it; `allow` is null for a door that was forgotten (nobody may). */
export interface Door {
  kind: 'Query' | 'Mutation' | 'Route';
  name: string;
  allow: readonly Permission[] | null;
}

type Class = { prototype: object };
const RESOLVER = { type: 'graphql:resolver_type', name: 'graphql:resolver_name' };

/** Every root field and route of a running application, read from its decorators, by kind and name. */
export function doorsOf(modules: ModulesContainer): Door[] {
  const classes = new Set<Class>();
  for (const module of modules.values())
    for (const { metatype } of [...module.providers.values(), ...module.controllers.values()])
      if (typeof metatype === 'function' && metatype.prototype) classes.add(metatype as Class);
  const doors = [...classes].flatMap((owner) => doorsOfClass(owner));
  return doors.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
}

function doorsOfClass(owner: Class): Door[] {
  const prefix = Reflect.getMetadata('path', owner) as string | undefined;
  return Object.getOwnPropertyNames(owner.prototype).flatMap((property): Door[] => {
    const handler: unknown = Object.getOwnPropertyDescriptor(owner.prototype, property)?.value;
    if (typeof handler !== 'function') return [];
    const allow = (Reflect.getMetadata(PERMISSION, handler) ??
      Reflect.getMetadata(PERMISSION, owner) ??
      null) as Door['allow'];
    const type = Reflect.getMetadata(RESOLVER.type, handler) as string | undefined;
    if (type === 'Query' || type === 'Mutation') {
      const name = (Reflect.getMetadata(RESOLVER.name, handler) as string | undefined) ?? property;
      return [{ kind: type, name, allow }];
    }
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (method === undefined || prefix === undefined) return [];
    const path = `/${prefix}/${Reflect.getMetadata('path', handler) as string}`
      .replace(/\/+/g, '/')
      .replace(/(.)\/$/, '$1');
    return [{ kind: 'Route', name: `${RequestMethod[method]} ${path}`, allow }];
  });
}

/** The table that `docs/permissions.md` shows. */
export function permissionsPage(doors: readonly Door[]): string {
  const rows = doors.map((door) => `| ${door.kind} | \`${door.name}\` | ${door.allow?.join(', ') ?? '**nobody**'} |`);
  return [
    '# Who may call what',
    '',
    'Generated from the `@Allow` decorators by `npm run schema`; a test fails when it is out of date.',
    '',
    '- `public`: anybody, signed in or not. `account`: anybody signed in. `volunteer`: signed in with a profile.',
    '- `trainer`, `association`, `coordinator`, `admin`: holders of that role; an admin passes where a coordinator does.',
    '- Scope (my session, my network, my own row) is asked on top of this in the services and queries.',
    '- A door without an `@Allow` is closed to everybody.',
    '',
    '| Kind | Door | Open to |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
