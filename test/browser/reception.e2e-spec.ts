import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import { until } from '../support/processes.js';
import { LAPTOP, Site } from '../support/site.js';

describe('a person without an address', () => {
  let site: Site;
  let session: { id: string; holder: string; title: string };
  beforeAll(async () => {
    site = await Site.open();
    // A session that is full and for which nobody waits.
    const [row] = await site.db.query<typeof session>(
      `update training_session s set capacity = s.seats_taken
         from course c
        where c.id = s.course_id and s.id = (
          select x.id from training_session x join course y on y.id = x.course_id
           where x.status = 'published' and x.starts_at > now() + interval '4 days' and 'climate' = any(y.networks)
             and x.enrolment_opens_at < now() and x.enrolment_closes_at > now() + interval '4 days'
             and not exists (select 1 from course_prerequisite p where p.course_id = y.id)
             and (select count(*) from session_date d where d.session_id = x.id) = 1
             and exists (select 1 from enrolment e where e.session_id = x.id and e.status = 'enrolled')
             and not exists (select 1 from enrolment e where e.session_id = x.id and e.status in ('waiting', 'offered'))
           order by x.starts_at, x.id limit 1)
       returning s.id, c.title, (select e.id from enrolment e
                                  where e.session_id = s.id and e.status = 'enrolled' order by e.queue_no limit 1) as holder`,
    );
    session = row!;
  }, 180_000);
  afterAll(() => site.close());

  const stateOf = async (): Promise<{ status: string; present: boolean } | undefined> => {
    const [row] = await site.db.query<{ status: string; present: boolean }>(
      `select e.status, exists (select 1 from attendance a where a.enrolment_id = e.id and a.status = 'present') as present
         from enrolment e join volunteer v on v.id = e.volunteer_id
        where e.session_id = $1 and v.display_name = 'Ahmed'`,
      [session.id],
    );
    return row;
  };

  async function ask(page: Page, query: string, variables: object): Promise<void> {
    const answer = await page.request.post('/graphql', {
      data: { query, variables },
    });
    const { errors } = (await answer.json()) as { errors?: unknown };
    expect(errors).toBeUndefined();
  }

  it('books, waits, is offered a seat, is told of it, takes it, is checked in by her card and certified', async () => {
    const desk = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await desk.goto('/coord/accueil/nouvelle');
    await desk.getByLabel('Prénom').fill('Ahmed');
    await desk.getByRole('button', { name: 'Accueillir et faire la carte' }).click();
    const code = (await desk.locator('.slip-code').innerText()).trim();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    expect(await desk.locator('.slip .qr').isVisible()).toBe(true);
    await desk.emulateMedia({ media: 'screen' });
    expect(await accessibilityFaults(desk)).toEqual([]);

    // On the shared device: by the address of the QR code, which leaves no trace in the history.
    const kiosk = await site.page();
    await kiosk.goto(`/carte#${code.toLowerCase()}`);
    await kiosk.getByRole('button', { name: 'Entrer' }).click();
    await kiosk.getByText('Espace ouvert avec une carte').waitFor();
    expect(kiosk.url()).not.toContain(code.toLowerCase());
    const [{ slug }] = (await site.db.query<{ slug: string }>(
      'select slug from course c join training_session s on s.course_id = c.id where s.id = $1',
      [session.id],
    )) as [{ slug: string }];
    await kiosk.goto(`/formations/${slug}/sessions/${session.id}/reserver`);
    await kiosk
      .getByRole('button', { name: /liste d’attente/ })
      .first()
      .click();
    await until('she waits', async () => (await stateOf())?.status === 'waiting');
    await kiosk.getByText('liste d’attente').first().waitFor();
    await kiosk.getByRole('button', { name: 'Terminer' }).click();
    await kiosk.getByText('Rien de vous ne reste').waitFor();
    await kiosk.goto('/moi');
    await kiosk.waitForURL(/connexion/);

    await ask(desk, 'mutation($id: ID!) { removeEnrolment(id: $id) { __typename } }', { id: session.holder });
    expect((await stateOf())?.status).toBe('offered');
    await until('the notice is there', async () => {
      const found = await site.db.query(`select 1 from notice where kind = 'seat-offered'`);
      return found.length === 1;
    });
    await desk.goto('/coord/accueil/a-dire');
    const notice = desk
      .getByRole('listitem')
      .filter({ hasText: 'Ahmed' })
      .filter({ hasText: 'Une réponse est attendue' });
    await notice.getByRole('button', { name: /C’est dit/ }).click();
    await notice.getByText(/Dit le/).waitFor();
    expect(await accessibilityFaults(desk)).toEqual([]);
    await notice.getByRole('button', { name: /pas encore dit/ }).click();
    await notice.getByRole('button', { name: /C’est dit/ }).waitFor();

    await desk.goto('/coord/accueil');
    await desk.getByRole('searchbox', { name: 'Trouver une personne' }).fill('ahmd');
    await desk.getByRole('link', { name: 'Ahmed' }).first().click();
    await desk.getByRole('button', { name: 'Elle prend la place' }).click();
    await until('she has a seat', async () => (await stateOf())?.status === 'enrolled');
    await desk.getByRole('button', { name: /Imprimer le ticket/ }).click();
    await desk.locator('.slip .qr').waitFor();
    expect(await accessibilityFaults(desk)).toEqual([]);
    await desk.goto('/coord/accueil/a-dire');
    await desk.getByRole('heading', { name: 'À dire', level: 1 }).waitFor();
    await desk.waitForLoadState('networkidle');
    expect(await desk.getByText('Une réponse est attendue').count()).toBe(0);

    // The day has come.
    await site.db.query(
      `update training_session set starts_at = now() + interval '30 minutes', ends_at = now() + interval '2 hours',
              enrolment_opens_at = now() - interval '9 days', enrolment_closes_at = now() where id = $1`,
      [session.id],
    );
    await site.db.query(
      `update session_date set starts_at = now() + interval '30 minutes', ends_at = now() + interval '2 hours'
        where session_id = $1`,
      [session.id],
    );
    await desk.goto('/coord/accueil/tableau');
    const line = desk.getByRole('row').filter({ hasText: 'Ahmed' });
    await line.waitFor();
    expect(await line.innerText()).toContain(`…${code.slice(-4)}`);
    await desk.goto(`/formateur/sessions/${session.id}`);
    await desk.getByLabel('Code de réservation').fill(code.toLowerCase());
    await desk.keyboard.press('Enter');
    await until('she is checked in', async () => (await stateOf())?.present === true);
    await desk.getByText('Présence notée').first().waitFor();

    // The evening is over: her certificate waits for her behind the card.
    await site.db.query(
      `update training_session set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 minute',
              enrolment_closes_at = now() - interval '3 hours' where id = $1`,
      [session.id],
    );
    await site.db.query(
      `update session_date set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 minute'
        where session_id = $1`,
      [session.id],
    );
    await site.db.query('update certificate_due set not_before = now()');
    await until('she is certified', async () => {
      await site.db.query(`select graphile_worker.add_job('recognition.review', '{}'::json, job_key => 'story')`);
      const found = await site.db.query(
        `select 1 from certificate r join volunteer v on v.id = r.volunteer_id where v.display_name = 'Ahmed'`,
      );
      return found.length === 1;
    });
    await kiosk.goto(`/carte#${code}`);
    await kiosk.getByRole('button', { name: 'Entrer' }).click();
    await kiosk.getByText('Espace ouvert avec une carte').waitFor();
    await kiosk.goto('/moi/attestations');
    await kiosk.getByRole('link', { name: /Voir l’attestation/ }).click();
    expect(await kiosk.locator('.paper').innerText()).toContain('Ahmed');
    const proof = (await kiosk.locator('.paper-code code').innerText()).trim();
    const stranger = await site.page();
    await stranger.goto(`/verifier/${proof}`);
    await stranger.getByRole('heading', { name: 'Attestation valable' }).waitFor();
  }, 150_000);
});

describe('two profiles of one person', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  /** What counts for somebody: identifiers of everything that must not be lost. */
  const belongings = async (ids: string[]): Promise<Record<string, string[]>> => {
    const [row] = await site.db.query<Record<string, string[]>>(
      `select array(select id::text from enrolment where volunteer_id = any($1) order by 1) as enrolments,
              array(select id::text from consent where volunteer_id = any($1) order by 1) as consents,
              array(select id::text from certificate where volunteer_id = any($1) order by 1) as certificates`,
      [ids],
    );
    return row!;
  };

  it('are shown with the reasons, compared and joined: every booking, attestation and consent is still there', async () => {
    const find = (name: string) =>
      site.db.query<{ id: string }>('select id from volunteer where display_name = $1', [name]);
    const [[kept], [gone]] = [await find('Lina Exemple'), await find('Lina E.')];
    // What an old list may bring: a consent, and a booking.
    await site.db.query(
      `insert into consent (volunteer_id, purpose, version, locale, given_at, source)
       select $1, purpose, version, locale, now(), 'import' from consent_text where purpose = 'terms' and locale = 'fr' limit 1`,
      [gone!.id],
    );
    await site.db.query(
      `insert into enrolment (session_id, volunteer_id, status, booking_code)
       select id, $1, 'enrolled', 'JUMELLES' from training_session where status = 'published' and starts_at > now()
          and seats_taken < capacity and not exists (
            select 1 from enrolment e where e.session_id = training_session.id and e.volunteer_id = $2) limit 1`,
      [gone!.id, kept!.id],
    );
    const before = await belongings([kept!.id, gone!.id]);
    expect((await belongings([gone!.id]))['enrolments']).toHaveLength(1);
    expect(before['certificates']!.length).toBeGreaterThan(0);
    await until('the search is done', async () => {
      const found = await site.db.query('select 1 from duplicate_pair where $1 in (low_id, high_id)', [gone!.id]);
      return found.length > 0;
    });

    const page = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await page.goto('/coord/doublons');
    const pair = page.getByRole('article').filter({ hasText: 'Lina Exemple et Lina E.' });
    await pair.getByText('mêmes nom et prénom, même année de naissance').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await pair.getByRole('link', { name: /Comparer/ }).click();
    await page.getByRole('heading', { name: 'Réunir deux profils' }).waitFor();
    await page.getByRole('group', { name: 'Prénom' }).getByRole('radio').first().check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Réunir les deux profils' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Réunir les deux profils' }).click();
    await page.getByRole('heading', { name: 'Les deux profils n’en font plus qu’un.' }).waitFor();
    expect(await belongings([kept!.id])).toEqual(before);
    expect(await find('Lina E.')).toEqual([]);

    // She sees that her contact data was read, and why.
    const hers = await site.page({ as: 'lina@exemple.org' });
    await hers.goto('/moi/consentements');
    await hers.getByText('Comparer deux profils').first().waitFor();
  }, 120_000);
});
