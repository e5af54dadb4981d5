import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config';
import { directionOf, languageOf, t } from '#platform/i18n';
import type { ActorLoader } from '#platform/identity';
import type { Clock, Locale } from '#platform/kernel';
import type { Closed, Maintenance } from './maintenance.js';

/** Supervisors must not restart a process that is merely closed. */
const ALWAYS_OPEN = /^\/health\b/;

const LEAST_WAIT_SECONDS = 60;

const STYLE = `
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 1.5rem; box-sizing: border-box;
    background: #f4efe6; color: #1e1d35; font: 1.125rem/1.55 Seravek, Ubuntu, Calibri, 'Segoe UI', 'Noto Sans', sans-serif; }
  main { max-width: 34rem; } h1 { font-size: 1.75rem; line-height: 1.2; }
  @media (prefers-color-scheme: dark) { body { background: #12121d; color: #f4f0e9; } }`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** What the door needs to know. */
interface Doorkeeping {
  maintenance: Maintenance;
  actors: ActorLoader;
  clock: Clock;
  config: Config;
}

/**
 * While the site is closed, every address answers 503 with the time of return: a page to browsers, JSON to programs.
 * Administrators with a strong sign-in pass, to look before all others may.
 */
export function closeWhileAway(server: FastifyInstance, keeping: Doorkeeping): void {
  const { maintenance, actors, clock, config } = keeping;
  server.addHook('onRequest', async (req, reply) => {
    const { closed } = maintenance;
    if (!closed || ALWAYS_OPEN.test(req.url)) return;
    const actor = await actors.of(req).catch(() => null);
    if (actor?.has('admin')) return;
    const seconds = secondsUntil(closed, clock.now());
    void reply.status(503).header('retry-after', seconds).header('cache-control', 'no-store');
    await answer(req, reply, { closed, seconds, brand: config.brandName });
  });
}

function secondsUntil({ until }: Closed, now: Date): number {
  return Math.max(LEAST_WAIT_SECONDS, until ? Math.ceil((until.getTime() - now.getTime()) / 1000) : 0);
}

interface Told {
  closed: Closed;
  seconds: number;
  brand: string;
}

function answer(req: FastifyRequest, reply: FastifyReply, told: Told): FastifyReply {
  const { locale, id } = req;
  const message = `${t(locale, 'error.MAINTENANCE')} ${returnTime(told.closed, locale)}`;
  const extensions = { code: 'MAINTENANCE', retryAfterSeconds: told.seconds, requestId: id };
  if (req.url.startsWith('/graphql')) return reply.send({ errors: [{ message, extensions }] });
  if (!req.headers.accept?.includes('text/html')) return reply.send({ message, ...extensions });
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'`)
    .send(page(told, locale));
}

function returnTime({ until }: Closed, locale: Locale): string {
  return until ? t(locale, 'maintenance.until', { day: until, time: until }) : t(locale, 'maintenance.soon');
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** A page that needs nothing else of the site. */
function page({ closed, brand }: Told, locale: Locale): string {
  const spoken = languageOf(locale, 'maintenance.title');
  const title = escaped(t(spoken, 'maintenance.title'));
  return `<!doctype html>
<html lang="${spoken}" dir="${directionOf(spoken)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – ${escaped(brand)}</title>
<style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${escaped(t(spoken, 'error.MAINTENANCE'))}</p>
<p><strong>${escaped(returnTime(closed, spoken))}</strong></p>
<p>${escaped(t(spoken, 'maintenance.kept'))}</p></main></body>
</html>
`;
}
