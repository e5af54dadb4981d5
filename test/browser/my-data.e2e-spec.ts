import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import yauzl from 'yauzl';
import { accessibilityFaults } from '../support/browser.js';
import { announcements, LAPTOP, Site } from '../support/site.js';

jest.setTimeout(240_000);

const WORDS = 'Deux ans en foyer, puis une chambre.';

/** The whole way of somebody who wants to know, to take out, to tell, and to go, in the real browser. */
describe('my data, in the browser', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  });
  afterAll(() => site.close());

  it('is seen, taken out, told and taken back', async () => {
    const page = await site.page({ as: 'lina@exemple.org' });
    const said = await announcements(page);
    await page.goto('/moi/donnees');
    await page.getByRole('heading', { level: 1, name: 'Mes données' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Coordonnées' }).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger mes données' }).click(),
    ]);
    const archive = await yauzl.openPromise(await download.path());
    const files = new Map<string, string>();
    for await (const entry of archive.eachEntry())
      files.set(entry.fileName, await text(await archive.openReadStreamPromise(entry)));
    expect(files.get('donnees.json')).toContain('lina@exemple.org');
    expect(download.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d\d-\d\d\.zip$/);

    await page.getByRole('link', { name: 'En parler, si vous le voulez' }).click();
    await page.getByLabel('Ce que vous voulez en dire').fill(WORDS);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    // Nothing is kept before she says that she agrees.
    await page.getByRole('link', { name: 'Cochez la case pour dire que vous êtes d’accord.' }).waitFor();
    await page.getByLabel('J’ai lu ce texte et je suis d’accord.').check();
    await page.getByLabel('témoigner dans une formation').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Tout retirer' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Tout retirer' }).click();
    await page.getByRole('heading', { name: 'Qui l’a lu' }).waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Ce que vous voulez en dire').inputValue()).toBe('');
    expect(await said()).toEqual(expect.arrayContaining(['C’est enregistré.', 'C’est supprimé.']));
  });

  it('is erased on a wish that a code confirms, and stays when she changes her mind', async () => {
    const page = await site.page({ as: 'samir@exemple.org', viewport: LAPTOP });
    await page.goto('/moi/donnees');
    await page.getByRole('button', { name: 'Demander l’effacement' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Demander l’effacement' }).click();
    const mail = await site.mailTo('samir@exemple.org', /code pour effacer/);
    const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
    await page.getByLabel('Code à 6 chiffres').fill(code === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: 'Confirmer l’effacement dans 14 jours' }).click();
    await page.getByRole('link', { name: /Ce code n’est pas le bon/ }).waitFor();
    await page.getByLabel('Code à 6 chiffres').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole('button', { name: 'Confirmer l’effacement dans 14 jours' }).click();
    await page
      .getByText(/^Vos données seront effacées/)
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await site.mailTo('samir@exemple.org', /seront effacées dans 14 jours/);
    await page.getByRole('button', { name: 'Garder mon compte et mes données' }).click();
    await page.getByRole('button', { name: 'Demander l’effacement' }).waitFor();
    await site.mailTo('samir@exemple.org', /Vos données restent/);
  });

  it('asks to sign in again when the last time is long ago', async () => {
    const page = await site.page({ as: 'lina@exemple.org' });
    await site.db.query(`update sign_in set created_at = created_at - interval '1 hour', strong_at = null`);
    await page.goto('/moi/donnees');
    await page.getByRole('button', { name: 'Me connecter à nouveau' }).waitFor();
    expect(await page.getByRole('link', { name: 'Télécharger mes données' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Demander l’effacement' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Me connecter à nouveau' }).click();
    await page.waitForURL('**/connexion?retour=/moi/donnees');
  });

  it('tells everybody how long each kind of data is kept', async () => {
    const page = await site.page();
    await page.goto('/donnees-personnelles');
    await page.getByRole('heading', { level: 3, name: 'Coordonnées' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
