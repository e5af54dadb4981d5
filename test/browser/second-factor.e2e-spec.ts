import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import { Site } from '../support/site.js';

/** A device with a passkey chip, as the browser's own tools make one up; its holder always agrees. */
async function passkeyChip(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('a second factor', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, 180_000);
  afterAll(() => site.close());

  it('is set up by a coordinator at her first entry with a passkey, which then signs her in alone', async () => {
    const page = await site.page({ as: 'noe@exemple.org', weak: true });
    await passkeyChip(page);
    await page.goto('/coord');
    await page.getByText('Une seconde preuve est nécessaire').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Nom de cette clé').fill('Mon téléphone');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
    expect(await page.locator('.recovery-codes li').count()).toBe(10);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Continuer' }).click();
    await page.waitForURL('**/coord');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await site.mailTo('noe@exemple.org', /Sécurité de votre compte/);

    await page.context().clearCookies();
    await page.goto('/connexion?retour=/coord');
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await page.waitForURL('**/coord');
    await page.getByRole('navigation', { name: 'Coordination' }).waitFor();
  }, 90_000);

  it('is asked for on another device, and leads back to where she was going', async () => {
    const page = await site.page({ as: 'ines@exemple.org', weak: true });
    await page.goto('/admin/journal');
    await page.getByRole('button', { name: 'Mettre en place une application' }).click();
    const secret = ((await page.locator('.totp-key').textContent()) ?? '').replace(/\s/g, '');
    const code = (steps: number): string => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Code affiché par l’application').fill(code(-1));
    await page.getByRole('button', { name: 'Confirmer' }).click();
    const first = page.locator('.recovery-codes li').first();
    await first.waitFor();
    const recovery = (await first.textContent()) ?? '';

    const other = await site.page({ as: 'ines@exemple.org', weak: true });
    await other.goto('/admin/journal');
    await other.getByRole('heading', { name: 'Confirmez que c’est vous' }).waitFor();
    expect(await accessibilityFaults(other)).toEqual([]);
    await other.getByRole('textbox', { name: /Code de l’application/ }).fill('123');
    await other.getByRole('button', { name: 'Confirmer' }).click();
    await other.getByRole('link', { name: /Ce code n’est pas le bon/ }).waitFor();
    await other.getByRole('textbox', { name: /Code de l’application/ }).fill(recovery);
    await other.getByRole('button', { name: 'Confirmer' }).click();
    await other.waitForURL('**/admin/journal');
    await other.getByRole('heading', { name: 'Journal', level: 1 }).waitFor();

    // The same page, later: removing the program asks for nothing more while the proof is fresh.
    await other.goto('/moi/securite');
    await other.getByRole('button', { name: 'Supprimer l’application' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Supprimer l’application' }).click();
    await other.getByText('Une seconde preuve est nécessaire').waitFor();
  }, 90_000);

  it('is reset by another administrator, from the list of accounts, with a reason', async () => {
    await site.db.query(
      `insert into passkey (account_id, credential_id, public_key, name)
       select id, 'lost', ''::bytea, 'Perdue' from account where email = 'samir@exemple.org'`,
    );
    const page = await site.page({ as: 'ines@exemple.org' });
    await page.goto('/admin/utilisateurs?texte=samir');
    await page.getByRole('button', { name: 'Réinitialiser la protection' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Réinitialiser' }).click();
    await dialog.getByRole('link', { name: 'Écrivez la raison, en 10 caractères au moins.' }).waitFor();
    await dialog.getByLabel('Raison').fill('Téléphone perdu, reconnu au bureau.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Réinitialiser' }).click();
    await page.getByRole('button', { name: 'Réinitialiser la protection' }).waitFor({ state: 'detached' });
    await site.mailTo('samir@exemple.org', /Sécurité de votre compte/);
  }, 60_000);
});
