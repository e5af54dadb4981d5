import { accessibilityFaults, cameraShowing } from '../support/browser.js';
import { until } from '../support/processes.js';
import { LAPTOP, Site } from '../support/site.js';

describe('people who run the trainings', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  it('a trainer checks somebody in by the QR code that she shows, on a phone', async () => {
    const [expected] = await site.db.query<{ session: string; id: string; name: string; code: string; email: string }>(
      `select s.id as session, e.id, v.display_name as name, e.booking_code as code, a.email::text as email
         from training_session s join session_trainer t on t.session_id = s.id join volunteer w on w.id = t.volunteer_id
         join account b on b.id = w.account_id and b.email = 'samir@exemple.org'
         join enrolment e on e.session_id = s.id and e.status = 'enrolled' join volunteer v on v.id = e.volunteer_id
         join account a on a.id = v.account_id
        where s.status = 'published' and s.starts_at between now() and now() + interval '3 hours' limit 1`,
    );
    const hers = await site.page({ as: expected!.email });
    await hers.goto(`/moi/reservations/${expected!.id}`);
    await hers.getByText(expected!.code).first().waitFor();
    const asked = await hers.request.post('/graphql', {
      data: { query: 'query($id: ID!) { myEnrolment(id: $id) { checkInQr } }', variables: { id: expected!.id } },
    });
    const { data } = (await asked.json()) as { data: { myEnrolment: { checkInQr: string } } };

    const page = await site.page({ as: 'samir@exemple.org', camera: await cameraShowing(data.myEnrolment.checkInQr) });
    await page.goto(`/formateur/sessions/${expected!.session}`);
    await page.getByRole('button', { name: 'Lire avec la caméra' }).click();
    await page
      .getByText(/Présence notée|Déjà là/)
      .first()
      .waitFor({ timeout: 20_000 });
    const [present] = await site.db.query<{ method: string }>('select method from attendance where enrolment_id = $1', [
      expected!.id,
    ]);
    expect(present).toEqual({ method: 'qr' });
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 90_000);

  it('a trainer checks in by code, twice without harm, and welcomes somebody who has not booked', async () => {
    const page = await site.page({ as: 'samir@exemple.org' });
    await page.goto('/formateur');
    await page
      .getByRole('link', { name: /Feuille de présence|Aller vers/ })
      .first()
      .click();
    const [next] = await site.db.query<{ code: string }>(
      `select e.booking_code as code from enrolment e join training_session s on s.id = e.session_id
        where s.starts_at between now() and now() + interval '3 hours' and e.status = 'enrolled'
          and not exists (select 1 from attendance a where a.enrolment_id = e.id) limit 1`,
    );
    for (const result of ['Présence notée', /Déjà là/]) {
      await page.getByLabel('Code de réservation').fill(next!.code.toLowerCase());
      await page.keyboard.press('Enter');
      await until('the code is taken', async () => (await noted(next!.code)) === 1);
      await page.waitForLoadState('networkidle');
      await page.getByText(result).first().waitFor();
    }
    await page.getByText('Quelqu’un vient sans réservation').first().click();
    await page.getByLabel('Prénom').fill('Passante');
    await page.getByLabel('Année de naissance').fill('1985');
    await page.getByRole('button', { name: 'Donner une place et pointer' }).click();
    await page.getByText('Passante').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }, 60_000);

  async function noted(code: string): Promise<number> {
    const rows = await site.db.query(
      'select from attendance a join enrolment e on e.id = a.enrolment_id where e.booking_code = $1',
      [code],
    );
    return rows.length;
  }

  it('a coordinator reads contact data only after saying why, and the person sees it', async () => {
    const page = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await page.goto('/coord/benevoles');
    await page
      .getByRole('searchbox')
      .or(page.getByLabel(/Chercher|Nom/))
      .first()
      .fill('Lina');
    await page.keyboard.press('Enter');
    await page.getByText('Lina Exemple').first().click();
    await page.getByRole('textbox', { name: /Pourquoi|motif|raison/i }).fill('Préparer la formation de jeudi');
    await page
      .getByRole('button', { name: /Lire|Voir|Afficher/ })
      .last()
      .click();
    await page.getByText('lina@exemple.org').first().waitFor();
    const hers = await site.page({ as: 'lina@exemple.org' });
    await hers.goto('/moi/consentements');
    await hers.getByText('Préparer la formation de jeudi').first().waitFor();
  }, 60_000);
});
