import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityFaults } from '../support/browser.js';
import { until } from '../support/processes.js';
import { LAPTOP, PHONE, Site } from '../support/site.js';
import { volunteerFile } from '../support/volunteer-file.js';

/** What to write over five of the faults, by the code of the fault. */
const FIXES = [
  ['Prénom manquant', 'Zoé'],
  ['Adresse manquante', 'zoe.corrigee@exemple.org'],
  ['Téléphone', '06 12 34 56 78'],
  ['Année de naissance', '1990'],
  ['Langue inconnue', 'français, anglais'],
] as const;

describe('a coordinator who imports a list', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  it('of 60,000 rows with faults fixes five in place, imports the sound ones, and undoes it all', async () => {
    const { faulty } = volunteerFile(60_000);
    const folder = await mkdtemp(join(tmpdir(), 'lists-'));
    await writeFile(join(folder, 'liste.csv'), faulty);
    const before = await count();
    const page = await site.page({ as: 'noe@exemple.org', viewport: LAPTOP });

    await page.goto('/coord/imports');
    await page.getByLabel('Fichier').setInputFiles(join(folder, 'liste.csv'));
    await page.getByRole('button', { name: 'Vérifier la liste' }).click();
    await page.getByText('40 lignes à voir').waitFor({ timeout: 300_000 });
    expect(await accessibilityFaults(page)).toEqual([]);

    const kind = page.getByLabel('Genre');
    let left = 40;
    for (const [name, value] of FIXES) {
      const label = (await kind.locator('option').allInnerTexts()).find((text) => text.startsWith(`${name} (`));
      await kind.selectOption({ label: label! });
      const input = page.locator('input[data-fault]').first();
      await until(`rows of ${name}`, async () => (await page.locator('.fault-row').count()) === 1);
      await input.fill(value);
      await page.keyboard.press('Enter');
      left -= 1;
      await page.getByText(`${left} lignes à voir`).waitFor();
      await kind.selectOption('');
    }
    expect(await count()).toBe(before);

    await page.getByRole('button', { name: /Importer les .* bonnes lignes/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Importer' }).click();
    await page.getByText('L’import est fait').first().waitFor({ timeout: 240_000 });
    expect((await count()) - before).toBe(60_000 - left);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger les lignes non importées' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('liste-reste.csv');

    await page.getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler cet import' }).click();
    await page.getByText('L’import est annulé').first().waitFor({ timeout: 240_000 });
    expect(await count()).toBe(before);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 900_000);

  it('goes from fault to fault with Enter alone, on a telephone, and decides who is known', async () => {
    const known = 'prénom;nom;courriel;année de naissance;portable\n';
    const folder = await mkdtemp(join(tmpdir(), 'lists-'));
    await site.db.query(
      `with v as (insert into volunteer (display_name) values ('Aïcha T.') returning id)
       insert into contact (volunteer_id, given_name, family_name, email, birth_year)
       select id, 'Aïcha', 'Tilleul', 'aicha.tilleul@exemple.org', 1980 from v`,
    );
    const rows = [
      'Zoé;Houx;zoe.houx;1990;0612345678',
      'Lou;Iris;lou.iris@exemple.org;1990;06',
      'Tilleul;Aicha;autre.adresse@exemple.org;1980;',
      'Léa;Lilas;lea.lilas@exemple.org;1991;',
    ];
    await writeFile(join(folder, 'petite.csv'), known + rows.join('\n'));
    const page = await site.page({ as: 'noe@exemple.org', viewport: PHONE });
    await page.goto('/coord/imports');
    await page.getByLabel('Fichier').setInputFiles(join(folder, 'petite.csv'));
    await page.getByRole('button', { name: 'Vérifier la liste' }).click();
    await page.getByText('3 lignes à voir').waitFor({ timeout: 60_000 });

    await page.locator('input[data-fault]').first().fill('zoe.houx@exemple.org');
    await page.keyboard.press('Enter');
    await until('the next value has the focus', async () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value === '06'),
    );
    await page.keyboard.type('06 11 22 33 44');
    await page.keyboard.press('Enter');
    await page.getByText('1 ligne à voir').waitFor();
    await page.getByText(/même nom, même année de naissance/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'C’est elle : compléter son profil' }).click();
    await page.getByText('Les 4 lignes sont bonnes').waitFor();
    await page.getByRole('button', { name: 'Importer les 4 lignes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Importer' }).click();
    await page.getByText('3 personnes ajoutées, 1 mise à jour').waitFor({ timeout: 60_000 });
  }, 180_000);

  async function count(): Promise<number> {
    const [row] = await site.db.query<{ n: number }>('select count(*)::int as n from volunteer');
    return row!.n;
  }
});
