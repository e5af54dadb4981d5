import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config';
import { inputValidation } from '#platform/graphql';
import { localeOf } from '#platform/i18n';
import { isLocale } from '#platform/kernel';

const BODY_LIMIT = 256 * 1024;

/** Bodies that a route reads as a stream by itself: files that are imported. */
const STREAMED = ['text/csv', 'application/octet-stream'];

/** The HTTP server, each request with a short id that a person can quote. */
export function httpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies > 0 && ((_address: string, hop: number) => hop < config.trustedProxies),
    genReqId: () => randomBytes(4).toString('hex'),
  });
}

/** Cookies, security headers, language of the reader, files of the pages: the same in production and in tests. */
export async function configureHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const overHttps = config.publicUrl.startsWith('https:');
  await app.register(cookie);
  await app.register(helmet, {
    strictTransportSecurity: overHttps,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
  const root = resolve(config.webDir);
  // An API without pages, as in development and in tests, needs no file server.
  if (existsSync(root)) await app.register(import('@fastify/static'), { root, serve: false, preCompressed: true });
  for (const type of STREAMED) server.addContentTypeParser(type, (_req, payload, done) => done(null, payload));
  server.decorateRequest('locale', 'fr');
  server.decorateRequest('actor', undefined);
  server.addHook('onRequest', async (req, reply) => {
    const chosen = req.cookies['locale'];
    req.locale = chosen && isLocale(chosen) ? chosen : localeOf(req.headers['accept-language']);
    void reply.header('x-request-id', req.id);
  });
  app.useGlobalPipes(inputValidation());
}
