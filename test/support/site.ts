import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { hashToken } from '#platform/identity';
import { launchBrowser } from './browser.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { PostOffice } from './post-office.js';
import { built, freePort, Program, until } from './processes.js';

export const PHONE = { width: 360, height: 740 };
export const LAPTOP = { width: 1440, height: 900 };

/** How somebody looks at the site. */
export interface Eyes {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  locale?: 'fr-FR' | 'en-GB';
  /** Address of the account that is signed in already. */
  as?: string;
  /** That sign-in has proved no second factor. */
  weak?: boolean;
  /** Video that stands for the camera. */
  camera?: string;
}

/** The whole platform as its users meet it: API and worker as processes, demo data, a post office, a browser. */
export class Site {
  private readonly browsers = new Map<string, Browser>();

  private constructor(
    readonly url: string,
    readonly db: TestDatabase,
    readonly office: PostOffice,
    private readonly programs: Program[],
  ) {}

  static async open(): Promise<Site> {
    await built(['server', 'pages']);
    const [db, office, port] = await Promise.all([createTestDatabase(), PostOffice.open(), freePort()]);
    const url = `http://localhost:${port}`;
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: db.url,
      SMTP_URL: office.url,
      PORT: String(port),
      PUBLIC_URL: url,
      APP_SECRET: 'a secret of the tests, long enough',
      DATA_DIR: `.data/tests/${db.name}`,
      LOG_LEVEL: 'error',
    };
    const seeding = new Program('cli', env, ['seed', '--demo']);
    seeding.start();
    if ((await seeding.ended()) !== 0) throw new Error(seeding.output);
    const programs = [new Program('api', env), new Program('worker', env)];
    for (const program of programs) program.start();
    await until('the API answers', async () => (await fetch(`${url}/health/ready`)).ok);
    return new Site(url, db, office, programs);
  }

  /** A page of a browser of somebody's own: no cookie but the one of her sign-in, no cache. */
  async page({ as, weak = false, camera, ...eyes }: Eyes = {}): Promise<Page> {
    const options: BrowserContextOptions = {
      viewport: PHONE,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      baseURL: this.url,
      ...eyes,
    };
    const browser = this.browsers.get(camera ?? '') ?? (await launchBrowser(camera ? { camera } : {}));
    this.browsers.set(camera ?? '', browser);
    const context = await browser.newContext(options);
    if (as) await context.addCookies([{ name: 'sid', value: await this.token(as, weak), url: this.url }]);
    return context.newPage();
  }

  /** The newest mail to an address whose subject has these words, once the worker has sent it. */
  async mailTo(address: string, words: RegExp): Promise<{ text: string; html: string; subject: string }> {
    const find = () =>
      this.office.arrived.findLast(
        ({ mail }) => [mail.to].flat().some((to) => to?.text.includes(address)) && words.test(mail.subject ?? ''),
      );
    await until(`a mail to ${address} about ${words.source}`, () => Promise.resolve(find() !== undefined), 30_000);
    const { mail } = find() as NonNullable<ReturnType<typeof find>>;
    return { text: mail.text ?? '', html: mail.html || '', subject: mail.subject ?? '' };
  }

  async close(): Promise<void> {
    for (const browser of this.browsers.values()) await browser.close();
    for (const program of this.programs) await program.stop();
    await this.office.close();
    await this.db.drop();
  }

  private async token(email: string, weak: boolean): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    const made = await this.db.query(
      `insert into sign_in (account_id, token_hash, device, expires_at, strong_at)
       select id, $2, 'Test', now() + interval '1 day', case when $3 then null else now() end
         from account where email = $1 returning id`,
      [email, hashToken(token), weak],
    );
    if (made.length === 0) throw new Error(`No account ${email}`);
    return token;
  }
}

/** Presses Tab until the focus is on what is meant. @returns how many presses it took */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const labels = [...(element?.labels ?? [])].map((label) => label.textContent);
      return [element?.getAttribute('aria-label'), ...labels, element?.textContent, element?.name]
        .filter(Boolean)
        .join(' ');
    });
    if (name.test(focused)) return presses;
  }
  throw new Error(`The keyboard does not reach ${name.source} within ${most} presses`);
}

/** What a screen reader would be told without moving the focus, since the page was opened. */
export async function announcements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status],[role=alert],[aria-live]')) {
        const text = region.textContent?.trim() ?? '';
        if (text && said.at(-1) !== text) said.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
