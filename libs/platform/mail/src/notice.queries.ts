import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock, type Locale } from '#platform/kernel';
import type { Block, ComposedMail } from './composed-mail.js';
import { plainMarkdown } from './mail-layout.js';
import { MailTemplates } from './mail-templates.js';
import type { Notice } from './notice.entity.js';
import type { NoticeView } from './notice.types.js';

interface StoredNotice extends Pick<Notice, 'id' | 'kind' | 'volunteerId' | 'locale' | 'params' | 'createdAt'> {
  displayName: string;
  cardEnd: string | null;
  toldAt: Date | null;
}

// What was told stays in sight for a day, so that a slip of the finger can be taken back.
const NOTICES = `
  select n.id, n.kind, n.volunteer_id as "volunteerId", n.locale, n.params, n.created_at as "createdAt",
         n.told_at as "toldAt", v.display_name as "displayName",
         (select c.label from card c where c.account_id = v.account_id and c.revoked_at is null) as "cardEnd"
    from notice n
    join volunteer v on v.id = n.volunteer_id
   where (n.told_at is null or n.told_at > $1::timestamptz - interval '1 day')
     and n.created_at > $1::timestamptz - interval '90 days'
     and ($2::uuid is null or n.volunteer_id = $2)
   order by n.created_at, n.id
   limit 500`;

/** What waits to be told at reception. */
@Injectable()
export class NoticeQueries {
  constructor(
    private readonly db: Database,
    private readonly templates: MailTemplates,
    private readonly clock: Clock,
  ) {}

  /**
   * Notices that are still true, those with the nearest end first; of one person, or of all.
   * @param locale language of who reads them out
   */
  async open(volunteerId: string | null, locale: Locale): Promise<NoticeView[]> {
    const now = this.clock.now();
    const views: NoticeView[] = [];
    for (const notice of await this.db.query<StoredNotice>(NOTICES, [now, volunteerId])) {
      const said = await this.inWords(notice, locale);
      if (said && (!said.until || said.until > now)) views.push(viewOf(notice, said));
    }
    return views.sort((a, b) => (a.until?.getTime() ?? Infinity) - (b.until?.getTime() ?? Infinity));
  }

  /** What the mail would say now; null if it is no longer true. */
  private async inWords(notice: StoredNotice, locale: Locale): Promise<ComposedMail | null> {
    const { id, kind, params, createdAt, volunteerId, displayName } = notice;
    const volunteer = { id: volunteerId, displayName };
    const template = this.templates.find(kind);
    return template ? template.compose({ id, params, locale, createdAt, address: '', volunteer }) : null;
  }
}

function viewOf(notice: StoredNotice, said: ComposedMail): NoticeView {
  const { id, volunteerId, displayName, cardEnd, locale, createdAt, toldAt } = notice;
  return {
    id,
    volunteerId,
    displayName,
    cardEnd,
    locale,
    createdAt,
    toldAt,
    heading: said.heading,
    lines: said.blocks.flatMap(linesOf),
    until: said.until ?? null,
    needsAnswer: said.needsAnswer ?? false,
  };
}

/** A block as it is read out: links and buttons are of no use to her. */
function linesOf(block: Block): string[] {
  if ('text' in block) return [block.text];
  if ('markdown' in block) return [plainMarkdown(block.markdown)];
  if ('facts' in block) return block.facts.map(({ label, value }) => `${label} : ${value}`);
  return 'list' in block ? block.list : [];
}
