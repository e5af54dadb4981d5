import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import { LAPTOP, PHONE, Site } from '../support/site.js';

describe('seats, as people meet them', () => {
  let site: Site;
  let session: { id: string; slug: string };
  beforeAll(async () => {
    site = await Site.open();
    const [row] = await site.db.query<{ id: string; slug: string }>(
      `select s.id, c.slug from training_session s join course c on c.id = s.course_id
        where s.status = 'published' and 'climate' = any (c.networks) and c.minimum_age <= 16
          and s.enrolment_opens_at < now() and s.starts_at > now() + interval '9 days' and s.capacity - s.seats_taken >= 6
          and not exists (select 1 from course_prerequisite p where p.course_id = c.id)
          and not exists (select 1 from enrolment e join contact k on k.volunteer_id = e.volunteer_id
                           where e.session_id = s.id and k.email in ('lina@exemple.org', 'samir@exemple.org'))
        order by s.starts_at limit 1`,
    );
    if (!row) throw new Error('The demonstration has no session for this story');
    session = row;
    // Nothing else at that time keeps the two of the story away.
    await site.db.query(
      `update enrolment e set status = 'cancelled' from contact k
        where k.volunteer_id = e.volunteer_id and k.email in ('lina@exemple.org', 'samir@exemple.org')
          and e.status in ('waiting', 'offered', 'enrolled')`,
    );
  }, 240_000);
  afterAll(() => site.close());

  const sound = async (page: Page): Promise<void> => {
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  it('are kept for the networks by a coordinator, and everybody reads for whom', async () => {
    const staff = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await staff.goto(`/coord/sessions/${session.id}`);
    await staff.getByLabel('Places pour les Volontaires de la Solidarité').fill('900');
    await staff.getByLabel('Places pour les Volontaires du Climat').fill('1');
    await staff.getByRole('button', { name: 'Enregistrer le partage' }).click();
    await staff
      .getByText(/ensemble dépassent/)
      .first()
      .waitFor();
    await staff.getByLabel('Places pour les Volontaires de la Solidarité').fill('1');
    await staff.getByRole('button', { name: 'Enregistrer le partage' }).click();
    await staff.getByText(/Solidarité\s:\s\d+ prises? sur 1/).waitFor();
    await staff
      .getByText(/Nous ne devinons pas|Accepter \d+ inscriptions|Presque toutes/)
      .first()
      .waitFor();
    await sound(staff);
    await staff.context().close();
    const visitor = await site.page({ viewport: PHONE });
    await visitor.goto(`/formations/${session.slug}/sessions/${session.id}`);
    await visitor.getByText(/1 place Climat \(/).waitFor();
    await visitor.getByText(/les places que personne n’a prises s’ouvrent à tous/).waitFor();
    await sound(visitor);
    await visitor.context().close();
  }, 120_000);

  it('are taken by two together once the friend says yes', async () => {
    const lina = await site.page({ as: 'lina@exemple.org', viewport: PHONE });
    await lina.goto(`/formations/${session.slug}/sessions/${session.id}`);
    await lina.getByRole('link', { name: 'Venir à deux' }).click();
    await lina.getByRole('button', { name: 'Créer une invitation' }).click();
    const code = (await lina.locator('.ticket-code code').innerText()).replace(/\s/g, '');
    await lina.getByLabel('Adresse e-mail de la personne').fill('samir@exemple.org');
    await lina.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await lina.getByText('L’invitation est partie.').first().waitFor();
    await sound(lina);
    const samir = await site.page({ as: 'samir@exemple.org', viewport: PHONE });
    await samir.goto('/a-deux');
    await samir.getByLabel('Code de l’invitation').fill(code.toLowerCase());
    await samir.getByRole('button', { name: 'Voir l’invitation' }).click();
    await samir.getByText(/vous propose de venir ensemble/).waitFor();
    await sound(samir);
    await samir.getByRole('button', { name: /^Accepter/ }).click();
    await samir.getByText(/Vous venez avec/).waitFor();
    await sound(samir);
    await lina.getByText('C’est fait : vous êtes deux').waitFor({ timeout: 15_000 });
    const rows = await site.db.query(
      `select e.status from enrolment e join contact k on k.volunteer_id = e.volunteer_id
        where e.session_id = $1 and e.pair_id is not null and k.email in ('lina@exemple.org', 'samir@exemple.org')`,
      [session.id],
    );
    expect(rows).toEqual([{ status: 'enrolled' }, { status: 'enrolled' }]);
    await Promise.all([lina.context().close(), samir.context().close()]);
  }, 120_000);
});
