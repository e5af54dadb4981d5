import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { isMessageKey, t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { Contact } from './contact.entity.js';
import { VolunteerQueries } from './volunteer.queries.js';
import type { ContactReading } from './volunteer.types.js';

const READ = 'contact.read';
/** Readings that a person is shown: also of her profile in a list that left as a file. */
const SHOWN = [READ, 'people.export'];

/** The one way for people to contact data: one's own freely, that of others in scope, for a purpose, written down. */
@Injectable()
export class ContactDoor {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly volunteers: VolunteerQueries,
  ) {}

  async own(volunteerId: string): Promise<Contact> {
    const contact = await this.db.repo(Contact).findOneBy({ volunteerId });
    if (!contact) throw notFound('Contact');
    return contact;
  }

  /**
   * Contact data of somebody else. The line in the journal and the answer stand or fall together.
   * @throws NOT_FOUND for somebody whom the actor does not coordinate, as for nobody
   */
  async ofOther(actor: Actor, volunteerId: string, purpose: string): Promise<Contact> {
    return this.db.transaction(async () => {
      if (volunteerId !== actor.volunteerId) {
        if (!(await this.volunteers.isInScope(actor, volunteerId))) throw notFound('Volunteer');
        const subject = { subjectType: 'volunteer', subjectId: volunteerId, volunteerId };
        await this.audit.write({ actor, action: READ, ...subject, purpose });
      }
      return this.own(volunteerId);
    });
  }

  /** Who read somebody's contact data, last first. */
  async readings(volunteerId: string, locale: Locale): Promise<ContactReading[]> {
    const rows = await this.db.query<ContactReading>(
      `select at, actor_label as actor, coalesce(purpose, '') as purpose from audit_entry
        where volunteer_id = $1 and action = any($2::text[]) order by id desc limit 200`,
      [volunteerId, SHOWN],
    );
    return rows.map((row) => ({ ...row, actor: readerInWords(row.actor, locale) }));
  }
}

/** "coordinator climate, trainer" as a volunteer reads it. */
export function readerInWords(label: string, locale: Locale): string {
  const words = label.split(', ').map((grant) => {
    const [role = '', network = ''] = grant.split(' ');
    const key = `volunteers.reader.${role}`;
    const where = `common.network.${network}`;
    const said = isMessageKey(key) ? t(locale, key) : role;
    return isMessageKey(where) ? `${said} (${t(locale, where)})` : said;
  });
  return words.join(', ');
}
