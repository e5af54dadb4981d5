import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '#platform/accounts';
import { Database } from '#platform/database';
import type { Role } from '#platform/identity';
import type { Network } from '#platform/kernel';

/** A fictional person through whose eyes the demonstration can be looked at. */
export interface Persona {
  role: string;
  email: string;
  displayName: string;
  grants: { role: Role; network: Network | null }[];
}

export const personas: Persona[] = [
  { role: 'volunteer', email: 'lina@exemple.org', displayName: 'Lina Exemple', grants: [] },
  {
    role: 'trainer',
    email: 'samir@exemple.org',
    displayName: 'Samir Exemple',
    grants: [{ role: 'trainer', network: null }],
  },
  {
    role: 'association member',
    email: 'rose@exemple.org',
    displayName: 'Rose Exemple',
    grants: [{ role: 'association', network: null }],
  },
  {
    role: 'coordinator, climate',
    email: 'noe@exemple.org',
    displayName: 'Noé Exemple',
    grants: [{ role: 'coordinator', network: 'climate' }],
  },
  {
    role: 'coordinator, solidarity',
    email: 'awa@exemple.org',
    displayName: 'Awa Exemple',
    grants: [{ role: 'coordinator', network: 'solidarity' }],
  },
  { role: 'admin', email: 'ines@exemple.org', displayName: 'Inès Exemple', grants: [{ role: 'admin', network: null }] },
];

const PROFILE = `
  with v as (
    insert into volunteer (account_id, display_name, arrondissement, languages, themes, availability)
    values ($1, $2, 10, '{fr,en}', '{outreach,heat-wave}', '{mon-evening,thu-evening,sat-morning}')
    returning id),
  c as (
    insert into contact (volunteer_id, given_name, family_name, email, birth_year)
    select id, split_part($2, ' ', 1), split_part($2, ' ', 2), $3, 1990 from v),
  m as (
    insert into membership (volunteer_id, network) select id, n from v, unnest(array['solidarity', 'climate']) n),
  k as (
    insert into consent (volunteer_id, purpose, version, locale, given_at, source)
    select v.id, t.purpose, t.version, 'fr', now(), 'site'
      from v, (select purpose, max(version) as version from consent_text where locale = 'fr' group by purpose) t
     where t.purpose in ('terms', 'network:solidarity', 'network:climate'))
  select id from v`;

/** Writes the personas with their profiles and roles. @returns their volunteer ids, by role */
export async function writePersonas(app: INestApplicationContext): Promise<Map<string, string>> {
  const accounts = app.get(AccountsService);
  const ids = new Map<string, string>();
  for (const { role, email, displayName, grants } of personas) {
    const accountId = await accounts.ensure(email);
    const [row] = await app.get(Database).query<{ id: string }>(PROFILE, [accountId, displayName, email]);
    if (row) ids.set(role, row.id);
    for (const grant of grants) await accounts.grant(null, { email, ...grant, arrondissement: null, expiresAt: null });
  }
  return ids;
}
