import type { Page, Route } from 'playwright-core';
import { accessibilityFaults, foreignRequests } from '../support/browser.js';
import { Site } from '../support/site.js';

type State = 'filled' | 'empty' | 'error';
const STATES: State[] = ['filled', 'empty', 'error'];

/** Every route of the site by who may see it; `:session`, `:course`, `:booking`, `:welcomed`, `:link` stand for one of the demo. */
const ROUTES: Record<string, string[]> = {
  '': [
    '/',
    '/reseaux/solidarite',
    '/reseaux/climat',
    '/formations',
    '/formations/:course',
    '/formations/:course/sessions/:session',
    '/formations/:course/sessions/:session/reserver',
    '/formations/:course/sessions/:session/a-deux',
    '/a-deux',
    '/a-deux/BCDFGHJK',
    '/connexion',
    '/connexion/lien/jeton',
    '/r/jeton',
    '/avis/jeton',
    '/u/jeton',
    '/inscription',
    '/carte',
    '/verifier',
    '/verifier/:code',
    '/verifier/0000-0000-0000',
    '/accessibilite',
    '/plan-du-site',
    '/aide',
    '/contact',
    '/donnees-personnelles',
    '/mentions-legales',
    '/nulle-part',
  ],
  'lina@exemple.org': [
    '/moi',
    '/moi/agenda',
    '/moi/reservations/:booking',
    '/moi/attestations',
    '/moi/attestations/:certificate',
    '/moi/profil',
    '/moi/qualifications',
    '/moi/appels',
    '/moi/disponibilites',
    '/moi/consentements',
    '/moi/connexions',
    '/moi/donnees',
    '/moi/donnees/vecu',
    '/moi/securite',
    '/formations/:course/sessions/:session/reserver',
    '/formations/:course/sessions/:session/a-deux',
  ],
  'samir@exemple.org': ['/formateur', '/formateur/sessions/:taught', '/formateur/sessions/:taught/avis'],
  'noe@exemple.org': [
    '/coord',
    '/coord/formations',
    '/coord/formations/nouvelle',
    '/coord/formations/:course',
    '/coord/sessions',
    '/coord/sessions/nouvelle',
    '/coord/sessions/:session',
    '/coord/attestations',
    '/coord/qualifications',
    '/coord/qualifications/nouvelle',
    '/coord/appels',
    '/coord/benevoles',
    '/coord/benevoles?si=arrondissement:19&si=-trained',
    '/coord/ecrire',
    '/coord/imports',
    '/coord/accueil',
    '/coord/accueil/nouvelle',
    '/coord/accueil/a-dire',
    '/coord/accueil/tableau',
    '/coord/accueil/personnes/:welcomed',
    '/coord/doublons',
  ],
  'ines@exemple.org': ['/admin', '/admin/utilisateurs', '/admin/mails', '/admin/journal', '/admin/conservation'],
};

/** An answer without any entry in its lists. */
function emptied(value: unknown, key = ''): unknown {
  if (key === 'total') return 0;
  if (Array.isArray(value))
    return ['nodes', 'networks', 'dates', 'roles'].includes(key) && key !== 'nodes' ? value : [];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptied(inner, name)]));
}

async function answer(route: Route, state: State): Promise<void> {
  const operation = route.request().postData() ?? '';
  if (state === 'filled' || /viewer\b/.test(operation)) return route.continue();
  if (state === 'error') {
    const error = { message: 'Une erreur est survenue.', extensions: { code: 'INTERNAL', requestId: '0badcafe' } };
    return route.fulfill({ json: { data: null, errors: [error] } });
  }
  const response = await route.fetch();
  const { data } = (await response.json()) as { data: unknown };
  return route.fulfill({ response, json: { data: emptied(data) } });
}

describe('every page', () => {
  let site: Site;
  let names: Record<string, string>;
  beforeAll(async () => {
    site = await Site.open();
    const [row] = await site.db.query<Record<string, string>>(
      `select c.slug as course, s.id as session,
              (select e.id from enrolment e join contact k on k.volunteer_id = e.volunteer_id
                where k.email = 'lina@exemple.org' order by e.created_at desc limit 1) as booking,
              (select r.id from certificate r join contact k on k.volunteer_id = r.volunteer_id
                where k.email = 'lina@exemple.org' limit 1) as certificate,
              (select r.code from certificate r join contact k on k.volunteer_id = r.volunteer_id
                where k.email = 'lina@exemple.org' limit 1) as code,
              (select v.id from volunteer v where v.source = 'reception' order by v.created_at limit 1) as welcomed,
              (select t.session_id from session_trainer t join volunteer v on v.id = t.volunteer_id
                 join account a on a.id = v.account_id where a.email = 'samir@exemple.org'
                 order by (select starts_at from training_session x where x.id = t.session_id) desc limit 1) as taught
         from training_session s join course c on c.id = s.course_id
        where s.status = 'published' and s.starts_at > now() and 'climate' = any(c.networks)
        order by s.starts_at limit 1`,
    );
    names = row!;
  }, 180_000);
  afterAll(() => site.close());

  const addressOf = (route: string) => route.replace(/:(\w+)/g, (_, name: string) => names[name]!);

  /** Waits until nothing loads any more. @returns whether the page says what it is */
  async function settled(page: Page): Promise<boolean> {
    const heading = page.locator('h1').first();
    const isThere = await heading.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
    await page.waitForLoadState('networkidle');
    await page.locator('.skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
    return isThere;
  }

  /** Whether it needs to be pushed sideways on 320 pixels at twice the size of text. */
  async function tooWide(page: Page): Promise<string[]> {
    const usual = page.viewportSize()!;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const [content = 0, screen = 0] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    await page.setViewportSize(usual);
    return content > screen ? [`is ${content} wide on ${screen} at twice the size of text`] : [];
  }

  for (const [email, routes] of Object.entries(ROUTES))
    it(`of ${email || 'a visitor'} has no fault that axe can find, in light and dark, filled, empty and broken, and fits 320 pixels`, async () => {
      const found: string[] = [];
      const check = async (state: State): Promise<void> => {
        const page = await site.page({ as: email || undefined });
        const elsewhere = foreignRequests(page, site.url);
        await page.route('**/graphql', (route) => answer(route, state));
        for (const route of routes) {
          await page.goto(addressOf(route));
          if (!(await settled(page))) found.push(`${route} ${state} has no heading`);
          await page.emulateMedia({ colorScheme: 'light' });
          const faults = await accessibilityFaults(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          // The page is the same in the dark but for its colours.
          const inTheDark = await accessibilityFaults(page, 'contrast');
          found.push(...faults.map((fault) => `${route} ${state} ${fault}`));
          found.push(...inTheDark.map((fault) => `${route} ${state} dark ${fault}`));
          if (state === 'filled') found.push(...(await tooWide(page)).map((fault) => `${route} ${fault}`));
        }
        found.push(...elsewhere.map((url) => `asks ${url}`));
        await page.context().close();
      };
      await Promise.all(STATES.map(check));
      expect(found).toEqual([]);
    }, 300_000);
});
