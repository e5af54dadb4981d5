import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { type ComposedMail, MailTemplates, type MailToCompose, Outbox, previewMails } from '#platform/mail';
import { icsOf } from '#platform/calendar';
import { TestApp } from './support/app.js';
import { PostOffice } from './support/post-office.js';

interface Row {
  id: string;
  status: string;
  attempts: number;
  subject: string | null;
  last_error: string | null;
  params: Record<string, unknown>;
  sent_at: Date | null;
}

const note = (text: string): ComposedMail => ({
  subject: `Note : ${text}`,
  heading: 'Une note',
  blocks: [{ text }],
  why: 'Vous recevez ce message pour un essai.',
});

describe('mails', () => {
  let t: TestApp;
  let office: PostOffice;
  let outbox: Outbox;

  beforeAll(async () => {
    office = await PostOffice.open();
    t = await TestApp.start({ smtpUrl: office.url, brandName: 'Volontaires d’essai', brandDomain: 'essai.example' });
    outbox = t.app.get(Outbox);
    const templates = t.app.get(MailTemplates);
    templates.register('note', ({ params }) => Promise.resolve(note(String(params.text))));
    templates.register('outdated', () => Promise.resolve(null));
    templates.register('broken', () => t.db.query('select 1 / 0').then(() => null));
    templates.register('invitation', invitation);
    templates.register('news', () =>
      Promise.resolve({ ...note('x'), unsubscribeUrl: `https://x.example/u/${'t'.repeat(200)}` }),
    );
  });
  afterAll(async () => {
    await t.close();
    await office.close();
  });
  beforeEach(async () => {
    office.empty();
    t.clock.real();
    await t.db.query('delete from mail');
    await t.db.query('delete from graphile_worker._private_jobs');
  });

  const rows = (): Promise<Row[]> => t.db.query<Row>('select * from mail order by created_at, id');
  async function only(): Promise<Row> {
    const [row] = await rows();
    if (!row) throw new Error('No mail');
    return row;
  }

  async function volunteer(contact: string | null, locale = 'fr'): Promise<string> {
    const [row] = await t.db.query<{ id: string }>(
      'insert into volunteer (display_name, locale) values ($1, $2) returning id',
      ['Zoé', locale],
    );
    const id = row?.id ?? '';
    await t.db.query(`insert into contact (volunteer_id, given_name, email) values ($1, 'Zoé', $2)`, [id, contact]);
    return id;
  }

  function invitation(mail: MailToCompose): Promise<ComposedMail> {
    const event = {
      uid: 'date@essai.example',
      sequence: 1,
      status: 'CONFIRMED' as const,
      start: new Date('2026-10-25T17:30:00Z'),
      end: new Date('2026-10-25T19:30:00Z'),
      summary: 'Vigilance « canicule »',
      lastModified: new Date('2026-09-01T08:00:00Z'),
      attendee: { name: mail.volunteer?.displayName ?? '', email: 'zoe@exemple.org' },
    };
    return Promise.resolve({
      ...note('x'),
      calendar: { method: 'REQUEST', ics: icsOf([event], { method: 'REQUEST' }) },
    });
  }

  describe('on their way', () => {
    it('bring a sign-in code, which is then forgotten', async () => {
      await t.visitor('en').get('mutation { requestSignInCode(email: "awa@exemple.org") { email } }');
      const { id, params } = await only();
      await t.jobs();
      const [{ mail, raw }] = office.arrived as [(typeof office.arrived)[0]];
      expect(mail.from?.value).toEqual([{ name: 'Volontaires d’essai', address: 'bonjour@volontaires.example' }]);
      expect(mail.to).toMatchObject({ text: 'awa@exemple.org' });
      expect(mail.messageId).toBe(`<${id}@essai.example>`);
      expect(mail.subject).toBe('Your sign-in code');
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail.headers.has('list-unsubscribe')).toBe(false);
      expect(raw).toMatch(/^Date: /m);
      expect(params.code).toMatch(/^\d{6}$/);
      expect(mail.text).toContain(String(params.code));
      expect(mail.html).toContain(String(params.code));
      expect(mail.html).toContain('<html lang="en" dir="ltr"');
      expect(await only()).toMatchObject({
        status: 'sent',
        attempts: 1,
        subject: 'Your sign-in code',
        params: {},
        last_error: null,
      });
    });

    it('are not sent when a code is too old to be of use', async () => {
      await t.visitor().get('mutation { requestSignInCode(email: "late@exemple.org") { email } }');
      t.clock.advance({ minutes: 10 });
      await t.jobs();
      expect(office.tries).toBe(0);
      expect(await only()).toMatchObject({ status: 'skipped', params: {}, last_error: 'NO_LONGER_TRUE' });
    });

    it('find the address at the last moment, and the language of the person', async () => {
      const id = await volunteer('avant@exemple.org', 'en');
      await outbox.send([{ kind: 'note', volunteerId: id, params: { text: 'hello' } }]);
      await t.db.query(`update contact set email = 'apres@exemple.org' where volunteer_id = $1`, [id]);
      await t.jobs();
      expect(office.arrived.map(({ mail }) => mail.to)).toMatchObject([{ text: 'apres@exemple.org' }]);
      expect(office.arrived[0]?.mail.text).toContain('Hello Zoé,');
      expect(JSON.stringify(await rows())).not.toContain('exemple.org');
    });

    it('carry an invitation that mail programs recognise', async () => {
      await outbox.send([{ kind: 'invitation', volunteerId: await volunteer('zoe1@exemple.org'), params: {} }]);
      await t.jobs();
      const [{ mail, raw }] = office.arrived as [(typeof office.arrived)[0]];
      expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
      const file = mail.attachments.find(
        (part) => part.contentType.includes('ics') || part.contentType.includes('calendar'),
      );
      expect(file?.content.toString()).toContain('SEQUENCE:1');
      expect(file?.content.toString()).toContain('DTSTART;TZID=Europe/Paris:20261025T183000');
    });

    it('offer one click to stop in one unfolded line, only where one may stop', async () => {
      await outbox.send([{ kind: 'news', volunteerId: await volunteer('zoe2@exemple.org'), params: {} }]);
      await t.jobs();
      const token = 't'.repeat(200);
      expect(office.arrived[0]?.raw).toContain(
        `\r\nList-Unsubscribe: <https://x.example/u/${token}>, <mailto:bonjour@volontaires.example?subject=unsubscribe%20${token}>\r\n`,
      );
      expect(office.arrived[0]?.raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    });

    it('wait for the end of quiet hours, and let the urgent ones pass', async () => {
      const now = t.clock.now();
      const morning = new Date(now.getTime() + 9 * 3_600_000);
      const id = await volunteer('zoe3@exemple.org');
      await outbox.send([{ kind: 'note', volunteerId: id, params: { text: 'later' }, notBefore: morning }]);
      await outbox.send([{ kind: 'note', volunteerId: id, params: { text: 'now' } }]);
      await t.visitor().get('mutation { requestSignInCode(email: "first@exemple.org") { email } }');
      await t.jobs();
      expect(office.arrived.map(({ mail }) => mail.subject)).toEqual(['Votre code de connexion', 'Note : now']);
      t.clock.advance({ hours: 9 });
      await t.jobs();
      expect(office.arrived.map(({ mail }) => mail.subject).at(-1)).toBe('Note : later');
    });
  });

  describe('and the transaction they tell about', () => {
    it('vanish together', async () => {
      const db = t.app.get(Database);
      const undone = db.transaction(async () => {
        await outbox.send([{ kind: 'note', toAddress: 'a@exemple.org', params: { text: 'never' } }]);
        throw new Error('changed my mind');
      });
      await expect(undone).rejects.toThrow('changed my mind');
      expect(await rows()).toEqual([]);
      expect(await t.db.query('select id from graphile_worker.jobs')).toEqual([]);
    });

    it('exist once for each key', async () => {
      const mail = { kind: 'note', toAddress: 'a@exemple.org', params: { text: 'once' }, dedupeKey: 'note:1' };
      await outbox.send([mail, mail]);
      await Promise.all([outbox.send([mail]), outbox.send([mail])]);
      await t.jobs();
      await outbox.send([mail]);
      await t.jobs();
      expect(office.arrived).toHaveLength(1);
    });
  });

  describe('in trouble', () => {
    const send = (text = 'x'): Promise<void> =>
      outbox.send([{ kind: 'note', toAddress: 'zoe@exemple.org', params: { text } }]);

    it('come back when the server asks to wait', async () => {
      office.meet({ code: 451, text: 'Greylisted, zoe@exemple.org, come back' });
      await send();
      await t.jobs({ mayFail: true });
      expect(await only()).toMatchObject({
        status: 'queued',
        attempts: 1,
        last_error: 'DEFERRED: 451 Greylisted, …, come back',
      });
      t.clock.advance({ seconds: 5 });
      await t.jobs();
      expect(await only()).toMatchObject({ status: 'sent', attempts: 2, last_error: null });
      expect(office.arrived).toHaveLength(1);
    });

    it('end at once when the recipient does not exist, and the job with them', async () => {
      office.meet({ code: 550, text: 'No such user <zoe@exemple.org>' });
      await send();
      await t.jobs();
      expect(await only()).toMatchObject({
        status: 'failed',
        attempts: 1,
        last_error: 'REFUSED: 550 No such user <…>',
      });
      expect(await t.app.get(Jobs).state()).toMatchObject({ depth: 0, failed: 0 });
    });

    it('survive a line that is cut in the middle of the text', async () => {
      office.meet('cut');
      await send();
      await t.jobs({ mayFail: true });
      expect(office.arrived).toHaveLength(0);
      expect((await only()).last_error).toMatch(/^CONNECTION: /);
      t.clock.advance({ seconds: 5 });
      await t.jobs();
      expect(office.arrived).toHaveLength(1);
      expect(await only()).toMatchObject({ status: 'sent', attempts: 2 });
    });

    it('keep their Message-ID when only the answer was lost, so that it shows once', async () => {
      office.meet('take and cut');
      await send();
      await t.jobs({ mayFail: true });
      t.clock.advance({ seconds: 5 });
      await t.jobs();
      const { id } = await only();
      expect(office.arrived.map(({ mail }) => mail.messageId)).toEqual([
        `<${id}@essai.example>`,
        `<${id}@essai.example>`,
      ]);
    });

    it('are given up after ten tries, and no sooner', async () => {
      office.meet(...Array.from({ length: 10 }, () => ({ code: 421, text: 'Too busy' })));
      await send();
      for (let attempt = 1; attempt <= 9; attempt++) {
        await t.jobs({ mayFail: true });
        expect(await only()).toMatchObject({ status: 'queued', attempts: attempt });
        t.clock.advance({ hours: 7 });
      }
      await t.jobs();
      expect(await only()).toMatchObject({ status: 'failed', attempts: 10 });
    });

    it('say so when their text cannot be written, and are tried again', async () => {
      await outbox.send([{ kind: 'broken', toAddress: 'zoe@exemple.org', params: {} }]);
      await t.jobs({ mayFail: true });
      expect(await only()).toMatchObject({ status: 'queued', attempts: 1, last_error: 'COMPOSE: division by zero' });
    });

    it.each([
      ['outdated', 'zoe@exemple.org', 'skipped', 'NO_LONGER_TRUE'],
      ['unheard-of', 'zoe@exemple.org', 'failed', 'NO_TEMPLATE'],
      ['note', 'zoe@exemple.org, awa@exemple.org', 'failed', 'BAD_ADDRESS'],
    ])('%s to %s ends as %s', async (kind, toAddress, status, fault) => {
      await outbox.send([{ kind, toAddress, params: { text: 'x' } }]);
      await t.jobs();
      expect(office.tries).toBe(0);
      expect(await only()).toMatchObject({ status, last_error: fault });
    });

    it('leave people without an address to be told another way', async () => {
      await outbox.send([{ kind: 'note', volunteerId: await volunteer(null), params: { text: 'x' } }]);
      await t.jobs();
      expect(await only()).toMatchObject({ status: 'skipped', last_error: 'NO_ADDRESS' });
    });

    it('are never sent by two workers at once', async () => {
      await send();
      const { id } = await only();
      const jobs = t.app.get(Jobs);
      const ends = await Promise.allSettled(Array.from({ length: 6 }, () => jobs.runNow('mail.send', { mailId: id })));
      expect(office.arrived).toHaveLength(1);
      expect(ends.some((end) => end.status === 'fulfilled')).toBe(true);
      expect(await only()).toMatchObject({ status: 'sent', attempts: 1 });
    });

    it('go on when the database cuts the worker off in the middle', async () => {
      office.meet('hang');
      await send();
      const { id } = await only();
      const sending = t.app.get(Jobs).runNow('mail.send', { mailId: id });
      const ended = expect(sending).rejects.toThrow();
      while (office.tries === 0) await pause(10);
      await t.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      );
      await t.jobs();
      expect(office.arrived).toHaveLength(1);
      expect(await only()).toMatchObject({ status: 'sent' });
      office.hangUp();
      await ended;
    });
  });

  describe('in the administration', () => {
    const LIST = `query($status: MailStatus, $text: String, $first: Int, $after: String) {
      mails(status: $status, text: $text, first: $first, after: $after) {
        total pageInfo { endCursor hasNextPage } nodes { id kind to status subject attempts lastError sentAt } } }`;
    const RESEND = 'mutation($id: ID!) { resendMail(id: $id) { status attempts to lastError } }';
    interface List {
      mails: {
        total: number;
        pageInfo: { endCursor: string | null; hasNextPage: boolean };
        nodes: {
          id: string;
          kind: string;
          to: string;
          status: string;
          subject: string | null;
          lastError: string | null;
        }[];
      };
    }

    it('are listed with masked addresses and faults in words', async () => {
      const admin = await t.signIn(undefined, [{ role: 'admin' }]);
      office.meet({ code: 550, text: 'No such user' });
      await outbox.send([{ kind: 'note', volunteerId: await volunteer('zoe4@exemple.org'), params: { text: 'x' } }]);
      await t.jobs();
      const { mails } = await admin.get<List>(LIST);
      expect(mails.total).toBe(1);
      expect(mails.nodes).toMatchObject([
        {
          kind: 'note',
          to: 'z***@exemple.org',
          status: 'failed',
          lastError: 'Le serveur du destinataire a refusé ce message. Sa réponse : 550 No such user',
        },
      ]);
    });

    it('are found by state and text, and read page by page without loss', async () => {
      const admin = await t.signIn(undefined, [{ role: 'admin' }]);
      await outbox.send(
        Array.from({ length: 25 }, (_, n) => ({ kind: 'note', toAddress: 'a@exemple.org', params: { text: `n${n}` } })),
      );
      await outbox.send([{ kind: 'outdated', toAddress: 'a@exemple.org', params: {} }]);
      await t.jobs();
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { mails }: List = await admin.get<List>(LIST, { status: 'sent', text: 'NOTE : N', first: 10, after });
        expect(mails.total).toBe(25);
        seen.push(...mails.nodes.map(({ id }) => id));
        after = mails.pageInfo.hasNextPage ? mails.pageInfo.endCursor : null;
      } while (after !== null);
      expect(new Set(seen).size).toBe(25);
      expect((await admin.get<List>(LIST, { status: 'skipped' })).mails.nodes).toMatchObject([{ kind: 'outdated' }]);
      expect((await admin.get<List>(LIST, { text: '100%_' })).mails.nodes).toEqual([]);
    });

    it('are sent again on request, which the journal remembers', async () => {
      const admin = await t.signIn(undefined, [{ role: 'admin' }]);
      office.meet({ code: 550, text: 'No such user' });
      const volunteerId = await volunteer('zoe5@exemple.org');
      await outbox.send([{ kind: 'note', volunteerId, params: { text: 'again' } }]);
      await t.jobs();
      const { id } = await only();
      expect(await admin.get(RESEND, { id })).toMatchObject({
        resendMail: { status: 'queued', attempts: 0, lastError: null },
      });
      expect((await admin.ask(RESEND, { id })).errors?.[0]?.extensions.code).toBe('CONFLICT');
      await t.jobs();
      expect(office.arrived).toHaveLength(1);
      expect(await only()).toMatchObject({ status: 'sent', attempts: 1 });
      const journal = await t.db.query(`select action, volunteer_id from audit_entry where subject_id = $1`, [id]);
      expect(journal).toEqual([{ action: 'mail.resend', volunteer_id: volunteerId }]);
    });

    it('keep no code that could be sent again', async () => {
      const admin = await t.signIn(undefined, [{ role: 'admin' }]);
      await t.visitor().get('mutation { requestSignInCode(email: "spent@exemple.org") { email } }');
      await t.jobs();
      const { errors } = await admin.ask(RESEND, { id: (await only()).id });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' } });
      expect(errors?.[0]?.message).toContain('secret');
    });

    it('are shown to administrators alone', async () => {
      const others = [t.visitor(), await t.signIn(), await t.signIn(undefined, [{ role: 'coordinator' }])];
      for (const person of others) {
        expect((await person.ask(LIST)).errors?.[0]?.extensions.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
        expect((await person.ask(RESEND, { id: '0' })).errors?.[0]?.extensions.code).toMatch(
          /UNAUTHENTICATED|FORBIDDEN/,
        );
      }
    });
  });

  it.each(['fr', 'en'] as const)('can all be previewed in %s', (locale) => {
    const ofThisTest = ['note', 'outdated', 'broken', 'invitation', 'news'];
    const frame = { locale, name: 'Zoé', brandName: 'Volontaires de Paris', publicUrl: 'http://localhost:4000' };
    const previews = previewMails(t.app.get(MailTemplates), frame).filter(({ kind }) => !ofThisTest.includes(kind));
    expect(previews.map(({ kind }) => kind)).toContain('sign-in-code');
    for (const { kind, subject, html, text } of previews) {
      expect([kind, subject.length > 5, subject.length <= 120]).toEqual([kind, true, true]);
      expect([kind, text.length > 100, html.includes(`lang="${locale}"`)]).toEqual([kind, true, true]);
      expect([kind, /undefined|null|NaN|Invalid|[{}]/.exec(`${subject} ${text}`)]).toEqual([kind, null]);
    }
  });
});
