import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import { Site } from '../support/site.js';

const EDITIONS = ['en', 'es', 'uk', 'ar', 'simple'] as const;
type Edition = (typeof EDITIONS)[number];

/** What visitors and volunteers read; staff pages are in French and English. */
const ROUTES: Record<string, string[]> = {
  '': [
    '/',
    '/reseaux/solidarite',
    '/formations',
    '/formations/:course',
    '/formations/:course/sessions/:session',
    '/connexion',
    '/inscription',
    '/accessibilite',
    '/aide',
    '/contact',
    '/donnees-personnelles',
    '/a-deux',
    '/carte',
    '/verifier',
    '/verifier/:code',
    '/nulle-part',
  ],
  'lina@exemple.org': [
    '/moi',
    '/moi/agenda',
    '/moi/reservations/:booking',
    '/moi/profil',
    '/moi/disponibilites',
    '/moi/consentements',
    '/moi/connexions',
    '/moi/securite',
    '/moi/donnees',
    '/moi/donnees/vecu',
    '/moi/attestations',
    '/moi/attestations/:certificate',
    '/moi/qualifications',
    '/moi/appels',
    '/formations/:course/sessions/:session/a-deux',
  ],
};

describe('pages in other languages', () => {
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
              (select r.code from certificate r where r.revoked_at is null limit 1) as code
         from training_session s join course c on c.id = s.course_id
        where s.status = 'published' and s.starts_at > now() + interval '3 days' and s.enrolment_opens_at < now()
          and s.seats_taken < s.capacity and not exists (select 1 from course_prerequisite p where p.course_id = c.id)
        order by s.starts_at limit 1`,
    );
    names = row!;
  }, 180_000);
  afterAll(() => site.close());

  const addressOf = (route: string) => route.replace(/:(\w+)/g, (_, name: string) => names[name]!);

  /** A page whose reader chose an edition before. */
  async function pageIn(edition: Edition, as?: string): Promise<Page> {
    const page = await site.page({ as, viewport: { width: 320, height: 700 } });
    await page.addInitScript((chosen) => localStorage.setItem('locale', chosen), edition);
    return page;
  }

  async function settled(page: Page): Promise<void> {
    await page.locator('h1').first().waitFor({ timeout: 15_000 });
    await page.waitForLoadState('networkidle');
    await page.locator('.skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  it.each(EDITIONS)(
    'have no fault, no key and no sideways scroll in "%s"',
    async (edition) => {
      const found: string[] = [];
      for (const [email, routes] of Object.entries(ROUTES)) {
        const page = await pageIn(edition, email || undefined);
        for (const route of routes) {
          await page.goto(addressOf(route));
          await settled(page);
          const { lang, dir, text, content, screen, undeclared } = await page.evaluate(() => ({
            lang: document.documentElement.lang,
            dir: document.documentElement.dir,
            text: document.body.innerText,
            content: document.documentElement.scrollWidth,
            screen: document.documentElement.clientWidth,
            undeclared: document.body.innerHTML.match(/[\ue000\ue001]/g)?.length ?? 0,
          }));
          const wanted = edition === 'simple' ? 'fr' : edition;
          if (lang !== wanted || dir !== (edition === 'ar' ? 'rtl' : 'ltr')) found.push(`${route} is ${lang} ${dir}`);
          const keys =
            text.match(
              /\b(?:web|mine|notice|common|privacy|security|recognition|seats|learn|myData|card)\.[a-z]\w*\.\w+/g,
            ) ?? [];
          found.push(...keys.map((key) => `${route} shows the key ${key}`));
          if (undeclared > 0) found.push(`${route} has a text whose language is not said`);
          if (content > screen) found.push(`${route} is ${content} wide on ${screen}`);
          // Colours are those of the French pages, whose contrast the sweep looks at.
          found.push(...(await accessibilityFaults(page, 'all but contrast')).map((fault) => `${route} ${fault}`));
        }
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

  it('lets somebody who reads Arabic book from the language menu to the mail', async () => {
    const page = await site.page();
    await page.goto(addressOf('/formations/:course/sessions/:session/reserver'));
    await page.locator('summary', { hasText: 'Changer de langue' }).click();
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.getByLabel('بريدك الإلكتروني').fill('salam@exemple.org');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await page.getByRole('button', { name: 'الحصول على رمز' }).click();
    const { text, html, subject } = await site.mailTo('salam@exemple.org', /رمز الدخول/);
    expect(subject).toBe('رمز الدخول');
    expect(html).toMatch(/dir="rtl"/);
    const code = /\b(\d{3}) ?(\d{3})\b/.exec(text)!.slice(1).join('');
    await page.getByLabel('رمز من 6 أرقام').fill(code);
    await page.getByRole('button', { name: 'متابعة' }).click();
    await page.getByLabel('الاسم').fill('سلام');
    await page.getByLabel('سنة الميلاد').fill('1990');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'حجز مكاني' }).click();
    await page.getByRole('heading', { name: 'تم الحجز!' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const confirmation = await site.mailTo('salam@exemple.org', /مكانك محجوز/);
    expect(confirmation.html).toMatch(/<html[^>]*lang="ar"[^>]*dir="rtl"|<html[^>]*dir="rtl"[^>]*lang="ar"/);
    const [shown] = await site.db.query<{ locale: string; body: string }>(
      `select c.locale, t.body from consent c join contact k on k.volunteer_id = c.volunteer_id
         join consent_text t on t.purpose = c.purpose and t.version = c.version and t.locale = c.locale
        where k.email = 'salam@exemple.org' and c.purpose = 'terms'`,
    );
    expect(shown!.locale).toBe('ar');
    expect(shown!.body).toMatch(/ألتزم/);
  }, 90_000);

  it('show French, said to be French, where a language has no words yet', async () => {
    const page = await pageIn('es', 'noe@exemple.org');
    await page.goto('/coord/benevoles');
    await settled(page);
    const heading = page.locator('h1').first();
    expect(await heading.getAttribute('lang')).toBe('fr');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.getByRole('navigation', { name: 'Navegación principal' }).count()).toBe(1);
    expect(await page.title()).not.toMatch(/[\ue000\ue001]/);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);

  it('says content in its own language, and changes to short sentences and back', async () => {
    const page = await pageIn('uk');
    await page.goto(addressOf('/formations/:course'));
    await settled(page);
    const [course] = await site.db.query<{ title: string; locale: string }>(
      'select title, locale from course where slug = $1',
      [names.course],
    );
    const title = page.getByText(course!.title).first();
    expect(await title.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(course!.locale);

    await page.locator('summary', { hasText: 'Змінити мову' }).click();
    await page.getByRole('button', { name: 'Français, version simple' }).click();
    await page.getByRole('link', { name: 'Pour les informaticiens' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.locator('summary', { hasText: 'Changer de langue' }).click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'English' }).isVisible()).toBe(false);
  }, 60_000);
});
