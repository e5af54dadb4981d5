import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { BadRequestException, MethodNotAllowedException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config';
import { inputValidation } from '#platform/graphql';
import { localeOf } from '#platform/i18n';
import { ActorLoader } from '#platform/identity';
import { Clock, isLocale } from '#platform/kernel';
import { closeWhileAway } from './closed-door.js';
import { Maintenance } from './maintenance.js';

const BODY_LIMIT = 256 * 1024;

/** A client that sends its request drop by drop is cut off; a list of 15,000 people takes a slow line a minute. */
const REQUEST_PATIENCE_MS = 120_000;

/** The camera reads the codes at the door; no page needs anything else of the device. */
const PERMISSIONS = 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()';

/** Answers that no cache may keep, as they are one person's. */
const FOR_PROGRAMS = /^\/graphql\b/;

/** Bodies that a route reads as a stream by itself: files that are imported. */
const STREAMED = ['text/csv', 'application/octet-stream'];

/** Mail programs may take somebody off a list by a form of this kind (RFC 8058): one field, read as it came. */
const ONE_FIELD = 1024;

/** The HTTP server, each request with a short id that a person can quote. */
export function httpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Signed tokens in addresses are longer than the 100 characters that Fastify takes by itself.
    routerOptions: { maxParamLength: 200 },
    requestTimeout: REQUEST_PATIENCE_MS,
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
    frameguard: { action: 'deny' },
  });
  const root = resolve(config.webDir);
  // An API without pages, as in development and in tests, needs no file server.
  if (existsSync(root)) await app.register(import('@fastify/static'), { root, serve: false, preCompressed: true });
  for (const type of STREAMED) server.addContentTypeParser(type, (_req, payload, done) => done(null, payload));
  server.addContentTypeParser('multipart/form-data', { parseAs: 'string', bodyLimit: ONE_FIELD }, (_req, text, done) =>
    done(null, text),
  );
  server.decorateRequest('locale', 'fr');
  server.decorateRequest('actor', undefined);
  server.addHook('onRequest', async (req, reply) => {
    const chosen = req.cookies['locale'];
    req.locale = chosen && isLocale(chosen) ? chosen : localeOf(req.headers['accept-language']);
    void reply.header('x-request-id', req.id).header('permissions-policy', PERMISSIONS);
    if (!FOR_PROGRAMS.test(req.url)) return;
    void reply.header('cache-control', 'no-store');
    // The GraphQL server makes a URL of it and would take the client's fault for its own.
    if (!URL.canParse(`http://${req.hostname}`)) throw new BadRequestException('The Host header names no host');
  });
  closeWhileAway(server, {
    maintenance: app.get(Maintenance),
    actors: app.get(ActorLoader),
    clock: app.get(Clock),
    config,
  });
  // Without this the address would seem not to exist for other methods.
  server.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: async (_req, reply) => {
      void reply.header('allow', 'GET, POST');
      throw new MethodNotAllowedException();
    },
  });
  closeInGoodOrder(server);
  app.useGlobalPipes(inputValidation());
}

/**
 * Answers that are under way when the server stops are the last ones on their connections. Otherwise clients keep those
 * open, and the stop waits ten seconds for them: as long as containers are given before they are killed.
 */
function closeInGoodOrder(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  server.addHook('onSend', (_req, reply, _payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done();
  });
}
