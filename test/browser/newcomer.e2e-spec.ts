import type { Page } from 'playwright-core';
import { accessibilityFaults, foreignRequests } from '../support/browser.js';
import { announcements, LAPTOP, Site, tabTo } from '../support/site.js';

/** Sessions by what a newcomer may do there. */
const SESSION = {
  withSeats: `s.seats_taken < s.capacity`,
  full: `s.seats_taken = s.capacity`,
};

describe('a newcomer', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  async function sessionThat(is: keyof typeof SESSION): Promise<{ id: string; slug: string; title: string }> {
    const [row] = await site.db.query<{ id: string; slug: string; title: string }>(
      `select s.id, c.slug, c.title from training_session s join course c on c.id = s.course_id
        where s.status = 'published' and s.starts_at > now() + interval '3 days' and s.enrolment_opens_at < now()
          and ${SESSION[is]} and not exists (select 1 from course_prerequisite p where p.course_id = c.id)
        order by s.starts_at limit 1`,
    );
    return row!;
  }

  /** The code in the mail, as she would read it. */
  async function codeFor(email: string): Promise<string> {
    const { text } = await site.mailTo(email, /code/i);
    return /\b(\d{3}) ?(\d{3})\b/.exec(text)!.slice(1).join('');
  }

  async function focusIsVisible(page: Page): Promise<boolean> {
    return page.evaluate(() => {
      const style = getComputedStyle(document.activeElement!);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
  }

  it('books by keyboard on a phone, in at most 4 pages and 4 typed fields', async () => {
    const page = await site.page();
    const elsewhere = foreignRequests(page, site.url);
    const headings: string[] = [];
    const seen = async () => headings.push(await page.locator('h1').innerText());
    const fields: string[] = [];
    const type = async (label: RegExp, text: string) => {
      await tabTo(page, label);
      expect(await focusIsVisible(page)).toBe(true);
      await page.keyboard.type(text);
      fields.push(label.source);
    };

    await page.goto('/formations');
    const session = await sessionThat('withSeats');
    await page.locator(`a[href*="${session.id}"]`).first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.locator(`a[href$="${session.id}/reserver"]`).first().focus();
    await page.keyboard.press('Enter');

    await page.getByLabel('Votre adresse e-mail').waitFor();
    await seen();
    await type(/adresse e-mail/, 'nouvelle@exemple.org');
    await page.keyboard.press('Enter');
    await page.getByLabel('Code à 6 chiffres').waitFor();
    await seen();
    await type(/Code à 6/, await codeFor('nouvelle@exemple.org'));
    await page.keyboard.press('Enter');
    await page.getByLabel('Prénom').waitFor();
    await seen();
    await type(/Prénom/, 'Maya');
    await type(/Année de naissance/, '1990');
    for (const box of await page.getByRole('checkbox').all()) {
      await box.focus();
      if (!(await box.isChecked())) await page.keyboard.press('Space');
    }
    await tabTo(page, /Réserver ma place/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'C’est réservé !' }).waitFor();
    await seen();

    expect(headings).toHaveLength(4);
    expect(fields).toHaveLength(4);
    expect(elsewhere).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    const { subject, text } = await site.mailTo('nouvelle@exemple.org', /confirm|réserv/i);
    expect(`${subject} ${text}`).toContain(session.title);
    const [row] = await site.db.query<{ n: number }>(
      `select count(*)::int as n from enrolment e join contact k on k.volunteer_id = e.volunteer_id
        where k.email = 'nouvelle@exemple.org' and e.session_id = $1 and e.status = 'enrolled'`,
      [session.id],
    );
    expect(row!.n).toBe(1);
  }, 90_000);

  it('is told in words and at the field what is wrong, and keeps what she typed', async () => {
    const page = await site.page({ viewport: LAPTOP });
    await page.goto('/connexion');
    await page.getByLabel('Votre adresse e-mail').fill('pas une adresse');
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    const summary = page.getByRole('group', { name: 'à corriger' });
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Erreur\s: /);
    expect(await page.getByLabel('Votre adresse e-mail').inputValue()).toBe('pas une adresse');
    await summary.getByRole('link').click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('email');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);

  it('waits for a seat, and takes the one that frees from the mail; opening the link changes nothing', async () => {
    const session = await sessionThat('full');
    // Whoever is on the list already goes first: the list of this story is empty.
    await site.db.query(
      `update enrolment set status = 'cancelled' where session_id = $1 and status in ('waiting', 'offered')`,
      [session.id],
    );
    await site.db.query(`update training_session set capacity = seats_taken where id = $1 and seats_taken > 0`, [
      session.id,
    ]);
    const page = await site.page({ as: 'lina@exemple.org' });
    const said = await announcements(page);
    await site.db.query(
      `update enrolment e set status = 'cancelled' from contact k
        where k.volunteer_id = e.volunteer_id and k.email = 'lina@exemple.org' and e.status in ('waiting', 'offered', 'enrolled')`,
    );
    await page.goto(`/formations/${session.slug}/sessions/${session.id}/reserver`);
    await page.getByRole('button', { name: /liste d’attente|Réserver quand même/ }).click();
    await page
      .getByText(/Vous êtes 1\S* sur la liste/)
      .first()
      .waitFor();
    expect((await said()).length).toBeGreaterThan(0);

    const [holder] = await site.db.query<{ email: string; id: string }>(
      `select e.id, a.email::text as email from enrolment e join volunteer v on v.id = e.volunteer_id
         join account a on a.id = v.account_id where e.session_id = $1 and e.status = 'enrolled' limit 1`,
      [session.id],
    );
    const other = await site.page({ as: holder!.email });
    await other.goto(`/moi/reservations/${holder!.id}`);
    await other
      .getByRole('button', { name: /Annuler ma réservation/ })
      .first()
      .click();
    await other
      .getByRole('dialog')
      .getByRole('button', { name: /Annuler ma réservation/ })
      .click();
    await other.getByText('Réservation annulée').first().waitFor();

    const { html } = await site.mailTo('lina@exemple.org', /Une place est pour vous/);
    const link = /href="(http:\/\/localhost[^"]*\/r\/[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    for (let i = 0; i < 10; i++) await fetch(link);
    const stranger = await site.page();
    await stranger.goto(link);
    await stranger.getByRole('button', { name: 'J’accepte la place' }).waitFor();
    const [before] = await site.db.query<{ status: string }>(
      `select e.status from enrolment e join contact k on k.volunteer_id = e.volunteer_id
        where k.email = 'lina@exemple.org' and e.session_id = $1 order by e.created_at desc limit 1`,
      [session.id],
    );
    expect(before!.status).toBe('offered');
    expect(await accessibilityFaults(stranger)).toEqual([]);
    await stranger.getByRole('button', { name: 'J’accepte la place' }).click();
    await stranger.getByRole('heading', { name: 'C’est noté : la place est à vous' }).waitFor();
    await stranger.goto(link);
    await stranger.locator('h1').waitFor();
    expect(await stranger.getByRole('button', { name: 'J’accepte la place' }).count()).toBe(0);
  }, 90_000);

  it('sees on the open page that a seat frees, and hears it', async () => {
    const session = await sessionThat('full');
    const page = await site.page({ viewport: LAPTOP });
    const said = await announcements(page);
    await page.goto(`/formations/${session.slug}/sessions/${session.id}`);
    await page
      .getByRole('link', { name: /liste d’attente/i })
      .first()
      .waitFor();
    await site.db.query(
      `update enrolment set status = 'cancelled' where session_id = $1 and status in ('waiting', 'offered')`,
      [session.id],
    );
    await site.db.query(
      `update enrolment set status = 'cancelled' where id = (select id from enrolment where session_id = $1 and status = 'enrolled' limit 1)`,
      [session.id],
    );
    await page.getByRole('link', { name: 'Réserver ma place' }).first().waitFor({ timeout: 15_000 });
    expect((await said()).join(' ')).toContain('Une place vient de se libérer');
  }, 60_000);
});
