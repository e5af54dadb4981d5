import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { isMessageKey, t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { type PersonalTable, PersonalRegistry } from '#platform/privacy';
import type { LikenessReason } from './duplicate.rules.js';
import { MergeProfiles } from './merge-profiles.js';
import { defaultChoices, type FieldValues, MERGE_FIELDS, whyNotMerge } from './merge.rules.js';
import { type MergeClash, type MergePair, MergeSteps } from './merge-steps.js';
import {
  type DuplicatePairView,
  type MergeFieldView,
  type MergeMove,
  type MergePreview,
  type MergeSide,
} from './merge.types.js';
import { inScopeSql, reachOf } from './reach.rules.js';

const SIDE = `
  select v.id, v.display_name as "displayName", v.arrondissement, v.created_at as since,
         v.account_id is not null as "hasAccount",
         (select count(*)::int from enrolment e where e.volunteer_id = v.id) as bookings
    from volunteer v where v.id = any($1::uuid[])`;

interface Pair {
  lowId: string;
  highId: string;
  score: number;
  reasons: LikenessReason[];
}

/** Pairs to look at, and what merging one of them would do. */
@Injectable()
export class MergeQueries {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
    private readonly steps: MergeSteps,
    private readonly profiles: MergeProfiles,
    private readonly audit: Audit,
  ) {}

  /** The most alike first, of people whom the actor coordinates; 100 at most. */
  async duplicates(me: Actor): Promise<DuplicatePairView[]> {
    const pairs = await this.db.query<Pair>(...this.inReach(me, 'd.different_since is null', []));
    const sides = await this.sides(pairs.flatMap(({ lowId, highId }) => [lowId, highId]));
    return pairs.flatMap(({ lowId, highId, score, reasons }) => {
      const [low, high] = [sides.get(lowId), sides.get(highId)];
      if (!low || !high) return [];
      const [first, second] = weightOf(low) >= weightOf(high) ? [low, high] : [high, low];
      return [{ first, second, score, reasons }];
    });
  }

  /** @throws NOT_FOUND unless the actor may deal with both */
  async requireReach(me: Actor, ids: readonly string[]): Promise<void> {
    const values: unknown[] = [ids];
    const rows = await this.db.query(
      `select v.id from volunteer v where v.id = any($1::uuid[]) and ${reachable(me, 'v', values)}`,
      values,
    );
    if (rows.length < new Set(ids).size) throw notFound('Volunteer');
  }

  /** What merging would do. That contact data was read is written down for both. @throws NOT_FOUND */
  async preview(me: Actor, keptId: string, goneId: string, locale: Locale): Promise<MergePreview> {
    return this.db.transaction(async () => {
      await this.requireReach(me, [keptId, goneId]);
      const purpose = t(locale, 'merge.purpose');
      for (const volunteerId of [keptId, goneId]) {
        const subject = { subjectType: 'volunteer', subjectId: volunteerId, volunteerId };
        if (volunteerId !== me.volunteerId)
          await this.audit.write({ actor: me, action: 'contact.read', ...subject, purpose });
      }
      return this.compared(keptId, goneId, { own: [keptId, goneId].includes(me.volunteerId ?? ''), locale });
    });
  }

  /** The same for the person herself, who has proved that both are hers. */
  async previewOfOwn(keptId: string, goneId: string, locale: Locale): Promise<MergePreview> {
    return this.compared(keptId, goneId, { own: false, locale });
  }

  private async compared(
    keptId: string,
    goneId: string,
    { own, locale }: { own: boolean; locale: Locale },
  ): Promise<MergePreview> {
    const sides = await this.sides([keptId, goneId]);
    const { kept, gone } = await this.profiles.both(keptId, goneId);
    const pair = await this.profiles.pair(keptId, goneId);
    const [keptSide, goneSide] = [sides.get(keptId), sides.get(goneId)];
    if (!kept || !gone || !pair || !keptSide || !goneSide) throw notFound('Volunteer');
    const refused = whyNotMerge({
      same: keptId === goneId,
      bothExist: true,
      own,
      goneIsStaff: await this.profiles.isStaff(pair.goneAccountId),
      beingErased: await this.profiles.isBeingErased(pair),
    });
    return {
      kept: keptSide,
      gone: goneSide,
      fields: fieldsOf(kept, gone),
      moves: await this.moves(pair, gone.email === null ? null : String(gone.email), locale),
      clashes: (await this.clashes(pair)).map((clash) => inWords(clash, locale)),
      refusal: refused && t(locale, `merge.refusal.${refused}`),
    };
  }

  private async moves(
    { goneId, goneAccountId }: MergePair,
    email: string | null,
    locale: Locale,
  ): Promise<MergeMove[]> {
    const moves: MergeMove[] = [];
    for (const declared of this.registry.tables.filter(isFact)) {
      const { table, belongsTo, behind, title } = declared;
      if (behind !== undefined) continue;
      const [row] = await this.db.query<{ n: number }>(
        `select count(*)::int as n from ${table}
          where ($1::uuid is null or $2::uuid is null or $3::citext[] is null or true) and (${belongsTo})`,
        [goneId, goneAccountId, email === null ? [] : [email]],
      );
      if (row && row.n > 0) moves.push({ title: t(locale, title), count: row.n });
    }
    return moves;
  }

  private async clashes(pair: MergePair): Promise<MergeClash[]> {
    const found: MergeClash[] = [];
    for (const step of this.steps.all) found.push(...((await step.clashes?.(pair)) ?? []));
    return found;
  }

  private async sides(ids: readonly string[]): Promise<Map<string, MergeSide>> {
    return new Map((await this.db.query<MergeSide>(SIDE, [ids])).map((side) => [side.id, side]));
  }

  private inReach(me: Actor, condition: string, values: unknown[]): [string, unknown[]] {
    const sql = `
      select d.low_id as "lowId", d.high_id as "highId", d.score, d.reasons
        from duplicate_pair d join volunteer l on l.id = d.low_id join volunteer h on h.id = d.high_id
       where ${condition} and ${reachable(me, 'l', values)} and ${reachable(me, 'h', values)}
       order by d.score desc, d.low_id, d.high_id limit 100`;
    return [sql, values];
  }
}

/** Those whom the actor coordinates, and people without an address who came to a desk. */
function reachable(me: Actor, alias: string, values: unknown[]): string {
  const scope = inScopeSql(reachOf(me), (value) => `$${values.push(value)}`).replaceAll(/\bv\./g, `${alias}.`);
  return `(${scope} or (${alias}.source = 'reception' and not exists (
    select 1 from account a where a.id = ${alias}.account_id and a.email is not null)))`;
}

/** Tables whose rows count for somebody; the profile itself and what the machine keeps are no news. */
function isFact({ table, merge }: PersonalTable): boolean {
  return merge.do !== 'leave'
    ? ![
        'volunteer',
        'contact',
        'account',
        'sign_in',
        'one_time_link',
        'duplicate_pair',
        'mail',
        'audit_entry',
      ].includes(table)
    : table === 'attendance';
}

const weightOf = ({ hasAccount, bookings, since }: MergeSide): number =>
  (hasAccount ? 1e15 : 0) + bookings * 1e13 - since.getTime() / 1e3;

function fieldsOf(kept: FieldValues, gone: FieldValues): MergeFieldView[] {
  const choices = defaultChoices(kept, gone);
  const text = (value: string | number | null): string | null => (value === null ? null : String(value));
  return MERGE_FIELDS.filter((field) => kept[field] !== gone[field]).map((field) => ({
    field,
    kept: text(kept[field]),
    gone: text(gone[field]),
    takesGone: choices[field] === 'gone',
  }));
}

function inWords({ kind, about }: MergeClash, locale: Locale): string {
  const consent = `merge.consent.${about.split(':')[0]}`;
  const said = kind === 'consent' && isMessageKey(consent) ? t(locale, consent) : about;
  return t(locale, `merge.clash.${kind}`, { about: said });
}
