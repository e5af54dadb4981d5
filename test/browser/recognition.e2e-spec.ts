import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import { LAPTOP, Site } from '../support/site.js';

describe('recognition', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  /** A session of the persona trainer that is over, with a volunteer who holds a seat and was not noted. */
  async function evening(): Promise<{ dateId: string; sessionId: string; title: string }> {
    const [row] = await site.db.query<{ dateId: string; sessionId: string; title: string }>(
      `with s as (
         insert into training_session (course_id, capacity, status, starts_at, ends_at, enrolment_opens_at, enrolment_closes_at)
         select id, 12, 'published', now() - interval '2 hours', now() - interval '1 minute', now() - interval '9 days',
                now() - interval '3 hours'
           from course where 'climate' = any(networks) and status = 'published' order by slug limit 1
         returning id, course_id, starts_at, ends_at),
       d as (insert into session_date (session_id, starts_at, ends_at) select id, starts_at, ends_at from s returning id),
       g as (insert into session_trainer (session_id, volunteer_id)
             select s.id, v.id from s, volunteer v join account a on a.id = v.account_id where a.email = 'samir@exemple.org'),
       e as (insert into enrolment (session_id, volunteer_id, status, booking_code)
             select s.id, v.id, 'enrolled', 'BCDFGHJK' from s, volunteer v join account a on a.id = v.account_id
              where a.email = 'lina@exemple.org')
       select d.id as "dateId", s.id as "sessionId", c.title from d, s join course c on c.id = s.course_id`,
    );
    return row!;
  }

  const codeOn = async (page: Page): Promise<string> => (await page.locator('.paper-code code').innerText()).trim();

  it('goes from the door to a stranger: present, certified, checked, revoked', async () => {
    const { sessionId, title } = await evening();
    // At whatever hour this runs, nobody sleeps.
    await site.db.query('update volunteer set quiet_from = 0, quiet_until = 0');
    const trainer = await site.page({ as: 'samir@exemple.org' });
    await trainer.goto(`/formateur/sessions/${sessionId}`);
    await trainer.getByRole('button', { name: /Lina/ }).first().click();
    await trainer
      .getByText(/Présente|présente|Présent/)
      .first()
      .waitFor();

    // The worker looks every minute; the story does not wait for the clock.
    await site.db.query(`select graphile_worker.add_job('recognition.review', '{}'::json)`);
    const { text } = await site.mailTo('lina@exemple.org', /attestation est prête/);
    expect(text).toContain('/moi/attestations');

    const lina = await site.page({ as: 'lina@exemple.org' });
    await lina.goto('/moi/attestations');
    await lina.getByRole('heading', { name: 'Mes attestations et mes heures' }).waitFor();
    expect(await accessibilityFaults(lina)).toEqual([]);
    await lina
      .getByRole('article')
      .filter({ hasText: title })
      .getByRole('link', { name: /Voir l’attestation/ })
      .first()
      .click();
    await lina.locator('.paper').waitFor();
    expect(await accessibilityFaults(lina)).toEqual([]);
    const code = await codeOn(lina);
    const pdf = await lina.request.get(
      (await lina.getByRole('link', { name: 'Télécharger (PDF)' }).getAttribute('href'))!,
    );
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const [file] = await Promise.all([
      lina.waitForEvent('download'),
      lina.getByRole('link', { name: 'Badge numérique (.jwt)' }).click(),
    ]);
    const badge = await readFile(await file.path(), 'utf8');

    const stranger = await site.page();
    await stranger.goto('/verifier');
    await stranger.getByLabel('Code de l’attestation').fill(code.toLowerCase());
    await stranger.getByRole('button', { name: 'Vérifier', exact: true }).click();
    await stranger.getByRole('heading', { name: 'Attestation valable' }).waitFor();
    expect(await stranger.getByText('L. B.', { exact: false }).count()).toBe(0);
    expect(await stranger.locator('dl').innerText()).toMatch(/L\./);
    expect(await stranger.locator('dl').innerText()).toContain(title);
    expect(await accessibilityFaults(stranger)).toEqual([]);

    const withBadge = await site.page();
    await withBadge.goto('/verifier');
    await withBadge.getByText('Vérifier un badge numérique').click();
    await withBadge.getByLabel('Contenu du badge').fill(`${badge.slice(0, -9)}A${badge.slice(-8)}`);
    await withBadge.getByRole('button', { name: 'Vérifier le badge' }).click();
    await withBadge.getByText('Ce badge n’est pas valable').waitFor();
    await withBadge
      .getByLabel('Fichier .jwt')
      .setInputFiles({ name: 'badge.jwt', mimeType: 'text/plain', buffer: Buffer.from(badge) });
    await withBadge.getByRole('button', { name: 'Vérifier le badge' }).click();
    await withBadge.getByText('La signature est bonne.').waitFor();
    expect(await accessibilityFaults(withBadge)).toEqual([]);

    const coordinator = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await coordinator.goto(`/coord/attestations?texte=${code}`);
    await coordinator.getByRole('button', { name: 'Retirer' }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Retirer l’attestation' }).click();
    await dialog.getByRole('group', { name: 'à corriger' }).waitFor();
    await dialog.getByLabel('En quelques mots').fill('Deux listes confondues');
    expect(await accessibilityFaults(coordinator)).toEqual([]);
    await dialog.getByRole('button', { name: 'Retirer l’attestation' }).click();
    await coordinator.getByRole('row').filter({ hasText: code }).getByText('Retirée', { exact: true }).waitFor();

    await stranger.reload();
    await stranger.getByRole('heading', { name: 'Attestation retirée' }).waitFor();
    await stranger.getByText('Elle avait été établie par erreur.').waitFor();
    const told = await site.mailTo('lina@exemple.org', /n’est plus valable/);
    expect(told.text).toContain('Deux listes confondues');
  }, 120_000);

  it('answers without scripts, and one answer to every wrong code', async () => {
    const page = await site.page();
    await page.goto('/verifier/0000-0000-0000');
    await page.getByRole('heading', { name: 'Attestation inconnue' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const html = await (await page.request.get('/verifier/ABC')).text();
    expect(html).toContain('href="/recognition/verify/ABC"');
    await page.goto('/recognition/verify/ABC');
    await page.getByText('Aucune attestation ne porte ce code.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);
});
