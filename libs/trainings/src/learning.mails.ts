import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { t } from '#platform/i18n';
import { atParis, Clock, formatParis, type Locale } from '#platform/kernel';
import { type ComposedMail, MailTemplates, type MailToCompose } from '#platform/mail';
import { instantInWords } from './period-words.rules.js';

const FACTS = `
  select q.name, max(g.valid_until)::text as "validUntil", bool_or(g.valid_until is null) as "isForEver"
    from qualification q join qualification_grant g on g.qualification_id = q.id and g.withdrawn_at is null
   where q.id = $1 and g.volunteer_id = $2
   group by q.id, q.name`;

// Refreshers, or where there are none the courses that earn it.
const NEXT = `
  select s.id, c.slug, c.title, s.starts_at as "startsAt"
    from training_session s join course c on c.id = s.course_id
    join qualification_course qc on qc.course_id = c.id and qc.qualification_id = $1
   where s.status = 'published' and s.starts_at > $2 and s.enrolment_closes_at > $2
     and qc.purpose = case when exists (select 1 from qualification_course r
       where r.qualification_id = $1 and r.purpose = 'renews') then 'renews' else 'earns' end
   order by s.starts_at, s.id limit 3`;

interface Next {
  id: string;
  slug: string;
  title: string;
  startsAt: Date;
}

interface Facts {
  name: string;
  validUntil: string | null;
  isForEver: boolean;
}

const SAMPLE: Facts = { name: 'Premiers secours', validUntil: '2027-03-12', isForEver: false };

/** Mails about qualifications, written when they leave from what is true then. */
@Injectable()
export class LearningMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.register('qualification-granted', (mail) => this.granted(mail), {
      sample: (locale) => this.grantedText(SAMPLE, locale),
    });
    this.templates.register('qualification-ending', (mail) => this.ending(mail), {
      sample: (locale) => this.endingText(SAMPLE, [], locale),
    });
  }

  private async granted(mail: MailToCompose): Promise<ComposedMail | null> {
    const facts = await this.factsOf(mail);
    return facts && this.grantedText(facts, mail.locale);
  }

  /** Says nothing to who has renewed it in the meantime. */
  private async ending(mail: MailToCompose): Promise<ComposedMail | null> {
    const facts = await this.factsOf(mail);
    const now = this.clock.now();
    if (!facts?.validUntil || facts.isForEver) return null;
    const end = atParis(facts.validUntil, '12:00');
    const days = (end.getTime() - now.getTime()) / 86_400_000;
    if (days < -1 || days > 61) return null;
    const next = await this.db.query<Next>(NEXT, [mail.params['qualificationId'], now]);
    return this.endingText(facts, next, mail.locale);
  }

  private async factsOf({ params, volunteer }: MailToCompose): Promise<Facts | null> {
    const [facts] = await this.db.query<Facts>(FACTS, [params['qualificationId'], volunteer?.id ?? null]);
    return facts ?? null;
  }

  private grantedText({ name, validUntil, isForEver }: Facts, locale: Locale): ComposedMail {
    const until = validUntil && !isForEver ? this.dayInWords(validUntil, locale) : null;
    return {
      subject: t(locale, 'learning.granted.subject', { name }),
      heading: t(locale, 'learning.granted.heading', { name }),
      blocks: [
        { text: until ? t(locale, 'learning.granted.until', { until }) : t(locale, 'learning.granted.forEver') },
        { button: { label: t(locale, 'learning.mine'), url: this.mine() } },
      ],
      why: t(locale, 'learning.why'),
    };
  }

  private endingText({ name, validUntil }: Facts, next: readonly Next[], locale: Locale): ComposedMail {
    const until = this.dayInWords(validUntil ?? '', locale);
    const list = next.map(({ id, slug, title, startsAt }) =>
      t(locale, 'learning.ending.session', {
        title,
        when: instantInWords(startsAt, locale),
        url: `${this.config.publicUrl}/formations/${slug}/sessions/${id}`,
      }),
    );
    return {
      subject: t(locale, 'learning.ending.subject', { name, until }),
      heading: t(locale, 'learning.ending.heading', { name }),
      blocks: [
        { text: t(locale, 'learning.ending.text', { until }) },
        ...(list.length > 0
          ? [{ text: t(locale, 'learning.ending.next') }, { list }]
          : [{ text: t(locale, 'learning.ending.noneYet') }]),
        { button: { label: t(locale, 'learning.mine'), url: this.mine() } },
      ],
      why: t(locale, 'learning.whyReminder'),
    };
  }

  private dayInWords(day: string, locale: Locale): string {
    return formatParis(atParis(day, '12:00'), locale, 'day');
  }

  private mine(): string {
    return `${this.config.publicUrl}/moi/qualifications`;
  }
}
