import ICAL from 'ical.js';
import { atParis } from '#platform/kernel';
import { Jobs } from '#platform/jobs';
import { MailTemplates, previewMails } from '#platform/mail';
import { TestApp } from './support/app.js';
import { type Arrived, PostOffice } from './support/post-office.js';
import { aCourse, anEnrolment, aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const ENROL = `mutation($id: ID!, $key: String!) { enrol(sessionId: $id, idempotencyKey: $key) {
  __typename ... on Enrolment { id status } } }`;

describe('mails about trainings', () => {
  let t: TestApp;
  let office: PostOffice;
  let courseId: string;
  let coordinator: VolunteerPerson;

  beforeAll(async () => {
    office = await PostOffice.open();
    t = await TestApp.start({ smtpUrl: office.url });
    t.clock.set(new Date('2026-02-02T09:00:00Z'));
    courseId = await aCourse(t, { title: 'Aller vers', slug: 'aller-vers' });
    coordinator = await aVolunteer(t, { roles: [{ role: 'coordinator', network: 'solidarity' }] });
  });
  afterAll(async () => {
    await t.close();
    await office.close();
  });
  beforeEach(async () => {
    t.clock.set(new Date('2026-02-02T09:00:00Z'));
    await t.db.query('delete from mail');
    await t.db.query('delete from graphile_worker._private_jobs');
    await t.db.query('truncate enrolment cascade');
    await t.db.query('truncate training_session cascade');
    office.empty();
  });

  const session = (wishes: object = {}): Promise<string> =>
    aSession(t, { courseId, startsAt: atParis('2026-03-12', '18:30'), ...wishes });
  const enrol = async (who: VolunteerPerson, id: string): Promise<string> => {
    const { enrol } = await who.get<{ enrol: { id: string } }>(ENROL, { id, key: `${Math.random()}` });
    return enrol.id;
  };
  const post = async (): Promise<Arrived[]> => {
    office.empty();
    await t.jobs();
    return office.arrived;
  };
  const only = async (): Promise<Arrived> => {
    const [first, ...others] = await post();
    expect(others.map((other) => other.mail.subject)).toEqual([]);
    if (!first) throw new Error('No mail');
    return first;
  };
  const invitation = ({ mail }: Arrived): { method: string; uid: string; sequence: number; status: string } => {
    const part = mail.attachments.find((attachment) => attachment.contentType.startsWith('text/calendar'));
    const calendar = new ICAL.Component(ICAL.parse(part?.content.toString() ?? '') as unknown[]);
    const component = calendar.getFirstSubcomponent('vevent');
    if (!component) throw new Error('No entry');
    const event = new ICAL.Event(component);
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
    };
  };
  const linkTo = ({ mail }: Arrived, path: string): string[] =>
    [...(mail.text ?? '').matchAll(/https?:\/\/\S+/g)].map(([url]) => url).filter((url) => url.includes(path));

  it('confirm a booking in her language, with an invitation, the way there and the way out', async () => {
    const lina = await aVolunteer(t, { email: 'lina.bouleau@exemple.org' });
    await enrol(lina, await session());
    const arrived = await only();
    expect(arrived.mail.subject).toBe('Votre place est réservée : Aller vers');
    expect(arrived.mail.text).toContain('jeudi 12 mars 2026 de 18 h 30 à 20 h 30');
    expect(arrived.mail.text).toContain('Métro Gare, ascenseur au fond.');
    expect(linkTo(arrived, '/r/')).toHaveLength(1);
    expect(invitation(arrived)).toMatchObject({ method: 'REQUEST', sequence: 0, status: 'CONFIRMED' });
    const kenza = await aVolunteer(t, { locale: 'en' });
    await enrol(kenza, await session());
    const english = await only();
    expect(english.mail.subject).toBe('Your seat is booked: Aller vers');
    expect(english.mail.text).toMatch(/Thursday,? 12 March 2026, 18:30 to 20:30/);
  });

  it('tell the rank, then the offer with its deadline, then the seat', async () => {
    const id = await session({ capacity: 1 });
    const first = await aVolunteer(t);
    const second = await aVolunteer(t);
    const seat = await enrol(first, id);
    const waiting = await enrol(second, id);
    await t.db.query(`delete from mail where kind = 'enrolment-confirmed'`);
    expect((await only()).mail.subject).toBe('Liste d’attente, 1re : Aller vers');
    await first.get('mutation($id: ID!) { cancelEnrolment(id: $id) { __typename } }', { id: seat });
    const [cancelled, offer] = (await post())
      .sort((a, b) => (a.mail.subject ?? '').localeCompare(b.mail.subject ?? ''))
      .reverse();
    if (!cancelled || !offer) throw new Error('Two mails were expected');
    expect(invitation(cancelled)).toMatchObject({ method: 'CANCEL', sequence: 1, status: 'CANCELLED' });
    expect(offer.mail.subject).toBe('Une place est pour vous : Aller vers');
    expect(offer.mail.text).toContain('mardi 3 février 2026 à 10 h');
    expect(linkTo(offer, '/r/')).toHaveLength(2);
    await second.get('mutation($id: ID!) { answerOffer(enrolmentId: $id, accept: true) { __typename } }', {
      id: waiting,
    });
    const accepted = await only();
    expect(accepted.mail.subject).toBe('La place est à vous : Aller vers');
    expect(invitation(accepted)).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' });
  });

  it('say what was and what is when a session is moved, and nothing if it was moved back', async () => {
    const id = await session();
    await enrol(await aVolunteer(t), id);
    const before = invitation(await only());
    const [row] = await t.db.query<{ place_id: string }>('select place_id from training_session where id = $1', [id]);
    const move = async (version: number, day: string): Promise<void> => {
      const dates = [{ startsAt: atParis(day, '18:30'), endsAt: atParis(day, '20:30') }];
      const input = {
        id,
        version,
        courseId,
        mode: 'on_site',
        placeId: row?.place_id,
        capacity: 12,
        enrolmentOpensAt: '2026-02-01T08:00:00Z',
        enrolmentClosesAt: '2026-03-10T08:00:00Z',
        dates,
        trainerIds: [],
        languages: ['fr'],
        accessibility: [],
        notes: '',
        status: 'published',
      };
      await coordinator.get('mutation($input: SessionInput!) { saveSession(input: $input) { __typename } }', { input });
    };
    await move(1, '2026-03-19');
    const changed = await only();
    expect(changed.mail.subject).toBe('Changement : Aller vers');
    expect(changed.mail.text).toMatch(/12 mars 2026[^]*19 mars 2026/);
    expect(invitation(changed)).toMatchObject({ method: 'REQUEST', uid: before.uid, sequence: before.sequence + 1 });
    await move(2, '2026-03-26');
    await move(3, '2026-03-19');
    expect((await post()).map((arrived) => arrived.mail.subject)).toEqual(['Changement : Aller vers']);
  });

  it('say why a session is cancelled and what else there is', async () => {
    const id = await session();
    const instead = await session({ startsAt: atParis('2026-03-19', '18:30') });
    await enrol(await aVolunteer(t), id);
    await post();
    await coordinator.get('mutation($id: ID!) { cancelSession(id: $id, reason: "Fuite d’eau") { __typename } }', {
      id,
    });
    const arrived = await only();
    expect(arrived.mail.text).toContain('Fuite d’eau');
    expect(linkTo(arrived, `/formations/aller-vers/sessions/${instead}`)).toHaveLength(1);
    expect(invitation(arrived)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
  });

  it('are not sent when they are no longer true', async () => {
    const id = await session();
    const person = await aVolunteer(t);
    const enrolment = await enrol(person, id);
    await person.get('mutation($id: ID!) { cancelEnrolment(id: $id) { __typename } }', { id: enrolment });
    expect((await only()).mail.subject).toBe('Votre réservation est annulée : Aller vers');
    expect(await t.db.query('select status from mail where kind = $1', ['enrolment-confirmed'])).toEqual([
      { status: 'skipped' },
    ]);
  });

  describe('remind', () => {
    const subjects = async (): Promise<(string | undefined)[]> => (await post()).map((arrived) => arrived.mail.subject);

    const remind = (): Promise<void> => t.app.get(Jobs).runNow('trainings.remind');

    it('a week and a day before, once each, and never by night', async () => {
      const [person, silent] = [await aVolunteer(t), await aVolunteer(t, { wantsReminders: false })];
      const id = await session();
      for (const { volunteerId } of [person, silent]) await anEnrolment(t, id, volunteerId);
      t.clock.set(atParis('2026-03-05', '18:07'));
      await remind();
      expect(await subjects()).toEqual([]);
      t.clock.set(atParis('2026-03-05', '22:07'));
      await remind();
      await remind();
      expect(await subjects()).toEqual([]);
      t.clock.set(atParis('2026-03-06', '08:01'));
      expect(await subjects()).toEqual(['Dans une semaine : Aller vers']);
      t.clock.set(atParis('2026-03-11', '19:07'));
      await remind();
      expect(await subjects()).toEqual(['C’est bientôt : Aller vers, jeudi 12 mars 2026']);
    });

    it('of nothing that was just booked or is no longer booked', async () => {
      const [late, gone] = [await aVolunteer(t), await aVolunteer(t)];
      const id = await session();
      const enrolment = await anEnrolment(t, id, gone.volunteerId);
      t.clock.set(atParis('2026-03-11', '19:07'));
      await anEnrolment(t, id, late.volunteerId);
      await remind();
      await t.db.query(`update enrolment set status = 'removed' where id = $1`, [enrolment]);
      expect(await subjects()).toEqual([]);
    });
  });

  it('thank those who came, and nobody else', async () => {
    const [came, missed] = [await aVolunteer(t), await aVolunteer(t)];
    const id = await session();
    for (const [person, status] of [
      [came, 'present'],
      [missed, 'absent'],
    ] as const)
      await t.db.query(
        `insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
         select $1, id, $3, 'name', now() from session_date where session_id = $2`,
        [await anEnrolment(t, id, person.volunteerId), id, status],
      );
    t.clock.set(atParis('2026-03-13', '10:37'));
    await t.app.get(Jobs).runNow('trainings.thank');
    await t.app.get(Jobs).runNow('trainings.thank');
    const thanks = await only();
    expect(thanks.mail.subject).toBe('Merci d’être venu·e : Aller vers');
  });

  it('each have a form in both languages', () => {
    const templates = t.app.get(MailTemplates);
    for (const locale of ['fr', 'en'] as const)
      for (const { kind, subject, html, text } of previewMails(templates, {
        locale,
        name: 'Lina',
        brandName: 'Essai',
        publicUrl: 'https://essai.example',
      })) {
        expect({ kind, subject, hasHtml: html.length > 1000, hasText: text.length > 50 }).toEqual({
          kind,
          subject: expect.stringMatching(/\S/),
          hasHtml: true,
          hasText: true,
        });
        expect(text).not.toMatch(/trainingMails\.|undefined|NaN|\{\w+\}/);
      }
  });
});
