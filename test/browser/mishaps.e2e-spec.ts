import type { Page } from 'playwright-core';
import { Site } from '../support/site.js';

const LINA = 'lina@exemple.org';

describe('when something goes wrong on the way', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  /** A session with seats where Lina holds none, and its page of booking. */
  async function bookable(): Promise<{ id: string; path: string }> {
    const [row] = await site.db.query<{ id: string; slug: string }>(
      `select s.id, c.slug from training_session s join course c on c.id = s.course_id
        where s.status = 'published' and s.seats_taken < s.capacity and s.starts_at > now() + interval '3 days'
          and s.enrolment_opens_at < now()
          and not exists (select 1 from course_prerequisite p where p.course_id = c.id)
          and not exists (select 1 from enrolment e join contact k on k.volunteer_id = e.volunteer_id
                           where e.session_id = s.id and k.email = $1)
        order by s.starts_at desc limit 1`,
      [LINA],
    );
    if (!row) throw new Error('The demo has no session with seats');
    return { id: row.id, path: `/formations/${row.slug}/sessions/${row.id}/reserver` };
  }

  /** Lets the first requests of an operation reach the server, and loses their answers. @returns the keys that were sent */
  async function loseAnswers(page: Page, operation: string, count: number): Promise<string[]> {
    const keys: string[] = [];
    await page.route('**/graphql', async (route) => {
      const body = route.request().postDataJSON() as { query: string; variables: { idempotencyKey?: string } };
      if (!body.query.includes(operation)) return route.continue();
      keys.push(body.variables.idempotencyKey ?? '');
      if (keys.length > count) return route.continue();
      await route.fetch();
      return route.abort();
    });
    return keys;
  }

  it('two taps and two lost answers are one booking', async () => {
    const page = await site.page({ as: LINA });
    const { id, path } = await bookable();
    const keys = await loseAnswers(page, 'mutation Enrol', 2);
    await page.goto(path);
    await page.getByRole('button', { name: /Réserver (ma place|quand même)/ }).dblclick();
    await page.waitForURL(/\/moi\/reservations\//, { timeout: 20_000 });
    expect(keys.length).toBe(3);
    expect(new Set(keys).size).toBe(1);
    const booked = await site.db.query(
      `select e.id from enrolment e join contact k on k.volunteer_id = e.volunteer_id
        where e.session_id = $1 and k.email = $2`,
      [id, LINA],
    );
    expect(booked).toHaveLength(1);
  }, 60_000);

  it('going back finds the place and the filters that were left', async () => {
    const page = await site.page();
    await page.goto('/formations');
    await page.getByRole('button', { name: 'Solidarité' }).click();
    await page.waitForURL(/reseau=solidarity/);
    await page.waitForLoadState('networkidle');
    const rows = page.locator('article h2 a');
    await rows.nth(8).scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => window.scrollY);
    expect(left).toBeGreaterThan(500);
    await rows.nth(8).click();
    await page.waitForURL(/\/sessions\//);
    await page.waitForFunction(() => window.scrollY === 0);
    await page.goBack();
    await page.waitForFunction((place) => Math.abs(window.scrollY - place) < 5, left);
    expect(page.url()).toContain('reseau=solidarity');
    expect(await page.getByRole('button', { name: 'Solidarité' }).getAttribute('aria-pressed')).toBe('true');
  }, 60_000);

  it('without a network the page says so, keeps what it shows, and goes on once it is back', async () => {
    const page = await site.page();
    await page.goto('/formations');
    await page.locator('article').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('Hors connexion').waitFor();
    await page.getByRole('button', { name: 'Climat' }).click();
    await page.getByText('Pas de réponse').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('Pas de réponse').waitFor({ state: 'detached' });
    await page.locator('article').first().waitFor();
    expect(await page.getByText('Hors connexion').count()).toBe(0);
  }, 60_000);

  it('two people cannot overwrite each other’s change of a profile without knowing it', async () => {
    const page = await site.page({ as: LINA });
    await page.goto('/moi/profil');
    const box = page.getByLabel('Jardiner');
    await box.waitFor();
    const before = await box.isChecked();
    await box.setChecked(!before);
    await site.db.query(
      `update volunteer v set version = version + 1, commune = 'Pantin' from contact k
        where k.volunteer_id = v.id and k.email = $1`,
      [LINA],
    );
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Modifié entre-temps').waitFor();
    expect(await box.isChecked()).toBe(!before);
    await page.getByRole('button', { name: 'Garder ma version' }).click();
    await page.getByText('C’est enregistré.').waitFor({ state: 'attached' });
    const [row] = await site.db.query<{ skilled: boolean }>(
      `select 'gardening' = any(v.skills) as skilled from volunteer v join contact k on k.volunteer_id = v.id
        where k.email = $1`,
      [LINA],
    );
    expect(row?.skilled).toBe(!before);
  }, 60_000);
});
