import { readFile } from 'node:fs/promises';
import { accessibilityFaults } from '../support/browser.js';
import { until } from '../support/processes.js';
import { LAPTOP, PHONE, Site, tabTo } from '../support/site.js';

describe('the table of people', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  it('is asked by a sentence, kept as a view, tagged with undo, and exported with a purpose', async () => {
    const page = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await page.goto('/coord/benevoles');
    const count = page.locator('.people-count');
    await count.getByText(/personnes/).waitFor();
    const everybody = await count.innerText();

    // The keyboard alone writes a part of the sentence.
    await tabTo(page, /^Ajouter un critère/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Critère', { exact: true }).selectOption('arrondissement');
    await dialog.getByLabel('19e', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Appliquer' }).click();
    await page.getByRole('button', { name: 'Modifier : dans le 19e' }).waitFor();
    await page.getByRole('button', { name: 'Ajouter un critère' }).click();
    await dialog.getByLabel('Critère', { exact: true }).selectOption('language');
    await dialog.getByLabel('anglais', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Appliquer' }).click();
    await page.getByRole('button', { name: 'Modifier : parlant anglais' }).waitFor();
    await until('the count is that of the sentence', async () => (await count.innerText()) !== everybody);
    const [expected] = await site.db.query<{ n: number }>(
      `select count(*)::int as n from volunteer v join membership m on m.volunteer_id = v.id and m.network = 'climate'
        where m.left_at is null and v.arrondissement = 19 and 'en' = any(v.languages)`,
    );
    await count.getByText(new RegExp(`^${expected!.n} personne`)).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    // The address holds all of it.
    await page.reload();
    await page.getByRole('button', { name: 'Modifier : parlant anglais' }).waitFor();
    await page.getByRole('button', { name: 'Arrivée', exact: true }).click();
    await page.locator('th[aria-sort=ascending]').getByText('Arrivée').waitFor();

    await page.getByRole('button', { name: 'Garder cette vue' }).first().click();
    await page.getByLabel('Nom de la vue').fill('Anglophones du 19e');
    await page.getByRole('dialog').getByRole('button', { name: 'Garder cette vue' }).click();
    await page.getByRole('link', { name: /Anglophones du 19e/ }).waitFor();
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await count.getByText(everybody, { exact: true }).waitFor();
    await page.getByRole('link', { name: /Anglophones du 19e/ }).click();
    await page.getByRole('button', { name: 'Modifier : dans le 19e' }).waitFor();

    await page.getByRole('button', { name: 'Étiqueter' }).first().click();
    await page.getByLabel('Nom de la nouvelle étiquette').fill('Relais anglophone');
    await page.getByRole('dialog').getByRole('button', { name: 'Étiqueter' }).click();
    const tagged = async (): Promise<number> => (await site.db.query('select 1 from volunteer_tag')).length;
    await until('everybody is tagged', async () => (await tagged()) === expected!.n);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await until('nobody is tagged', async () => (await tagged()) === 0);

    await page.getByRole('button', { name: 'Exporter' }).first().click();
    const asking = page.getByRole('dialog');
    await asking.getByRole('button', { name: 'Télécharger' }).click();
    await asking.getByText('Dites en quelques mots pourquoi.').first().waitFor();
    await asking.getByLabel(/Pourquoi avez-vous besoin/).fill('Appeler les relais du 19e');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      asking.getByRole('button', { name: 'Télécharger' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file.trim().split('\r\n')).toHaveLength(expected!.n + 1);
  }, 120_000);

  it('shows one person with her history beside the list, also on a phone', async () => {
    const page = await site.page({ as: 'noe@exemple.org', viewport: PHONE });
    await page.goto('/coord/benevoles?texte=lina+exmple');
    await page.getByRole('link', { name: 'Lina Exemple' }).first().click();
    const panel = page.getByRole('complementary', { name: 'Lina Exemple' });
    await panel.getByText('A rejoint').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await panel.getByRole('button', { name: 'Fermer' }).click();
    await panel.waitFor({ state: 'detached' });
  }, 60_000);

  it('writes to the people of a list, who leave it by one tap', async () => {
    const page = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });
    await page.goto('/coord/benevoles?texte=Lina+Exemple');
    await page.getByRole('checkbox', { name: 'Choisir Lina Exemple' }).check();
    await page.getByRole('link', { name: 'Écrire' }).click();
    await page.getByLabel('Objet').fill('Un été au frais');
    await page.getByLabel('Message', { exact: true }).fill('# Jeudi\n\nVenez avec **une gourde**.');
    await page.getByRole('button', { name: 'Relire' }).click();
    await page.getByText('1 personne recevra ce message.').waitFor();
    await page.frameLocator('iframe[name=mail-320]').getByText('une gourde').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
    await page.getByRole('cell', { name: 'Parti' }).first().waitFor({ timeout: 20_000 });
    const { text } = await site.mailTo('lina@exemple.org', /Un été au frais/);
    const link = /http:\S+\/u\/\S+/.exec(text)?.[0];

    const hers = await site.page();
    await hers.goto(link!);
    await hers.getByRole('button', { name: 'Ne plus les recevoir' }).waitFor();
    expect(await site.db.query('select 1 from mail_refusal')).toEqual([]);
    expect(await accessibilityFaults(hers)).toEqual([]);
    await hers.getByRole('button', { name: 'Ne plus les recevoir' }).click();
    await hers.getByText('C’est noté').first().waitFor();
    expect(await site.db.query('select list from mail_refusal')).toEqual([{ list: 'coordination-climate' }]);
  }, 90_000);
});
