import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService, SignInService } from '#platform/accounts';
import { Database } from '#platform/database';
import { personas } from './seed/index.js';

const LINK_HOURS = 24;

/** A way to look at the demonstration as somebody: a link that signs in once. */
export interface PersonaLink {
  role: string;
  displayName: string;
  email: string;
  link: string;
}

/**
 * Links for the fictional people of the demonstration that are in this database; empty where it was not seeded. They
 * count as both factors, so that the staff pages can be looked at without an authenticator: whoever reads this console
 * owns the database anyway, and callers refuse to print them in production.
 */
export async function personaLinks(app: INestApplicationContext): Promise<PersonaLink[]> {
  const accounts = app.get(AccountsService);
  const links: PersonaLink[] = [];
  for (const { role, email, displayName } of personas) {
    const known = await app.get(Database).query('select from account where email = $1', [email]);
    if (known.length === 0) continue;
    const link = await app.get(SignInService).newLink(await accounts.ensure(email), LINK_HOURS, { strong: true });
    links.push({ role, email, displayName, link });
  }
  return links;
}
