import { accessibilityFaults } from '../support/browser.js';
import { until } from '../support/processes.js';
import { LAPTOP, Site } from '../support/site.js';

/** A two-day course that Lina half attended, where she can make the other day up, and what it opens. */
const STORY = `
  with lina as (select v.id from volunteer v join account a on a.id = v.account_id where a.email = 'lina@exemple.org'),
  samir as (select v.id from volunteer v join account a on a.id = v.account_id where a.email = 'samir@exemple.org'),
  c as (insert into course (slug, networks, title, summary, material, status) values
          ('deux-jours', '{solidarity}', 'Premiers gestes en deux jours', 'Deux jours pour apprendre.', '# Support', 'published'),
          ('en-equipe', '{solidarity}', 'Partir en équipe', 'Pour qui est qualifié.', '# Support', 'published')
        returning id, slug),
  first as (select id from c where slug = 'deux-jours'), next as (select id from c where slug = 'en-equipe'),
  s as (insert into training_session (course_id, place_id, mode, capacity, status, starts_at, ends_at, enrolment_opens_at, enrolment_closes_at)
        select course, (select id from place order by name limit 1), 'on_site', 12, 'published',
               now() + start, now() + until, now() - interval '60 days', now() + start
          from (select (select id from first) as course, interval '-20 days' as start, interval '-13 days' as until
                union all select (select id from first), interval '-7 days', interval '90 minutes'
                union all select (select id from next), interval '20 days', interval '20 days 2 hours') x
        returning id, course_id, starts_at),
  past as (select id from s where starts_at < now() - interval '10 days'),
  other as (select id from s where starts_at between now() - interval '10 days' and now()),
  d as (insert into session_date (session_id, starts_at, ends_at)
        select (select id from past), now() - interval '20 days', now() - interval '20 days' + interval '2 hours'
        union all select (select id from past), now() - interval '13 days 2 hours', now() - interval '13 days'
        union all select (select id from other), now() - interval '7 days', now() - interval '7 days' + interval '2 hours'
        union all select (select id from other), now() + interval '30 minutes', now() + interval '90 minutes'
        union all select id, starts_at, starts_at + interval '2 hours' from s where course_id = (select id from next)
        returning id, session_id, starts_at),
  t as (insert into session_trainer (session_id, volunteer_id) select (select id from other), (select id from samir)),
  e as (insert into enrolment (session_id, volunteer_id, status, booking_code)
        select (select id from past), (select id from lina), 'enrolled', 'DEUXJOUR' returning id),
  a as (insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
        select (select id from e), d.id, case when d.starts_at < now() - interval '15 days' then 'present' else 'absent' end,
               'name', now() - interval '13 days' from d where d.session_id = (select id from past)),
  q as (insert into qualification (slug, networks, name, needs, amount, valid_months)
        values ('premiers-gestes', '{solidarity}', 'Premiers gestes', 'days', 2, 24) returning id),
  qc as (insert into qualification_course (qualification_id, course_id, purpose) select q.id, first.id, 'earns' from q, first),
  cq as (insert into course_qualification (course_id, qualification_id) select next.id, q.id from q, next)
  select (select id from other) as other, (select id from s where course_id = (select id from next)) as next,
         (select id from d where session_id = (select id from other) and starts_at > now()) as day,
         (select id from q) as qualification`;

describe('a course of two days', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  it('is made up where a day was missed, earns a qualification, and opens the next course', async () => {
    const [made] = await site.db.query<{ other: string; next: string; day: string; qualification: string }>(STORY);
    const { other, next, day, qualification } = made!;
    const lina = await site.page({ as: 'lina@exemple.org' });

    await lina.goto(`/formations/en-equipe/sessions/${next}`);
    await lina.getByText('Cette formation demande une qualification').first().waitFor();
    await lina.getByRole('link', { name: 'Premiers gestes en deux jours' }).first().waitFor();
    expect(await accessibilityFaults(lina)).toEqual([]);

    await lina.goto('/moi/qualifications');
    await lina.getByText('Jour 2 sur 2').waitFor();
    await lina.getByText('1 jour sur 2').first().waitFor();
    await lina.getByRole('button', { name: /Rattraper ce jour-là/ }).click();
    await lina.getByText(/C’est réservé/).waitFor();
    expect(await accessibilityFaults(lina)).toEqual([]);
    await lina.getByRole('link', { name: /C’est réservé/ }).click();
    await lina.getByText('Vous venez rattraper un jour').waitFor();

    // The day begins.
    await site.db.query(
      `update session_date set starts_at = now() - interval '5 minutes', ends_at = now() + interval '55 minutes' where id = $1`,
      [day],
    );
    const samir = await site.page({ as: 'samir@exemple.org' });
    await samir.goto(`/formateur/sessions/${other}?date=${day}`);
    await samir.getByText('Rattrape ce jour').waitFor();
    await samir.getByRole('button', { name: /Pointer.*Lina/ }).click();
    await samir
      .getByRole('button', { name: /Durée.*Lina|Durée/ })
      .first()
      .waitFor();
    await samir.getByRole('button', { name: /Clore/ }).first().click();
    await samir.getByRole('dialog').getByRole('button', { name: /Clore/ }).click();
    await until('the qualification is granted', async () => {
      const grants = await site.db.query('select from qualification_grant where qualification_id = $1', [
        qualification,
      ]);
      return grants.length === 1;
    });
    await site.mailTo('lina@exemple.org', /Vous êtes qualifié/);

    await lina.goto('/moi/qualifications');
    await lina.getByText('Acquise').first().waitFor();
    expect(await lina.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await lina.goto(`/formations/en-equipe/sessions/${next}`);
    await lina
      .getByRole('link', { name: /Réserver/ })
      .first()
      .waitFor();
  }, 120_000);

  it('is qualified for by a rule that a coordinator writes, without a fault that axe can find', async () => {
    const noe = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await noe.goto('/coord/qualifications/nouvelle');
    await noe.getByLabel('Nom', { exact: true }).fill('Aller vers');
    const course = await site.db.query<{ title: string }>(
      `select title from course where 'climate' = any(networks) and status = 'published' order by title limit 1`,
    );
    const networks = noe.getByRole('group', { name: /Réseaux/ }).getByRole('checkbox');
    if (!(await networks.first().isChecked())) await networks.first().check();
    await noe.getByRole('group', { name: 'Formations qui comptent' }).getByLabel(course[0]!.title).check();
    await noe.getByLabel('Valable, en mois').fill('24');
    await noe.getByRole('button', { name: 'Enregistrer' }).click();
    await noe.getByText('La qualification est enregistrée.').first().waitFor();
    expect(await accessibilityFaults(noe)).toEqual([]);
    await noe.goto('/coord/qualifications');
    await noe.getByRole('link', { name: 'Aller vers' }).waitFor();
  }, 60_000);
});
