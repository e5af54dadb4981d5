import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type Result, type RunOptions } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { encode } from 'uqr';

/** As `global-setup.mjs` found it. */
interface Prepared {
  path: string;
  env: Record<string, string>;
}

/** No sandbox: tests run as root and where namespaces are forbidden. The rest keeps the browser from calling home. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/**
 * A browser with an empty home of its own.
 * @param options.camera video file that stands for the camera (see `cameraShowing`); using it is allowed without asking
 */
export async function launchBrowser({ camera }: { camera?: string } = {}): Promise<Browser> {
  const prepared = process.env.TEST_BROWSER;
  if (!prepared) throw new Error('No browser was prepared: see test/support/global-setup.mjs');
  const { path, env, fault } = JSON.parse(prepared) as Prepared & { fault?: string };
  if (fault) throw new Error(fault);
  const home = await mkdtemp(join(tmpdir(), 'browser-home-'));
  const fake = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const browser = await chromium.launch({
    executablePath: path,
    args: [...ARGS, ...(camera ? [...fake, `--use-file-for-fake-video-capture=${camera}`] : [])],
    env: { PATH: process.env.PATH ?? '', HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, ...env },
  });
  browser.on('disconnected', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return browser;
}

const CAMERA = { width: 640, height: 480, module: 10, paper: 235, ink: 16 };

/** Path of a video in which a QR code with the text is held before the camera. */
export async function cameraShowing(text: string): Promise<string> {
  const { data: code } = encode(text, { border: 4 });
  const { width, height, module, paper, ink } = CAMERA;
  const left = Math.floor((width - code.length * module) / 2);
  const top = Math.floor((height - code.length * module) / 2);
  if (top < 0) throw new Error(`The code is too large for the picture: ${code.length} modules`);
  const luma = Buffer.alloc(width * height, paper);
  code.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < module; line++) {
        const start = (top + y * module + line) * width + left + x * module;
        luma.fill(ink, start, start + module);
      }
    }),
  );
  const colour = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const file = join(await mkdtemp(join(tmpdir(), 'camera-')), 'camera.y4m');
  await writeFile(file, Buffer.concat([head, frame, frame]));
  return file;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const CONTRAST = 'color-contrast';
/** What is looked at. Contrast costs as much as all the rest, and is all that changes with the colour scheme. */
type Aspect = 'all' | 'contrast' | 'all but contrast';

const optionsFor = (aspect: Aspect): RunOptions => ({
  runOnly: aspect === 'contrast' ? { type: 'rule', values: [CONTRAST] } : RULES,
  resultTypes: ['violations'],
  ...(aspect === 'all but contrast' && { rules: { [CONTRAST]: { enabled: false } } }),
});

/** What axe objects to on the page as it is now, one line per fault; empty is the aim. */
export async function accessibilityFaults(page: Page, aspect: Aspect = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (options) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return (await inPage.run(document, options)).violations;
  }, optionsFor(aspect));
  return (violations as Result[]).flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  );
}

/** Collects the addresses on other hosts that a page asks for; a page must ask for none. */
export function foreignRequests(page: Page, origin: string): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== origin) found.push(url);
  });
  return found;
}
