import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { Config } from '#platform/config';
import { Allow } from '#platform/identity';
import { frontPage } from './front-page.js';

const A_YEAR = 365 * 86_400_000;

/** Files lie in the folder of the build or directly at the root; a dot elsewhere is part of a page's address. */
const FILE = /^\/(assets\/.+|[^/]+\.[a-z0-9]{2,5})$/;

/** The pages: files as they were built; every other address is a page of the one application. */
@Controller()
export class WebController {
  private text: string | null = null;

  constructor(
    private readonly config: Config,
    private readonly schema: GraphQLSchemaHost,
  ) {}

  @Get('schema.graphql')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Allow('public')
  sdl(): string {
    // Sorting and printing takes tens of milliseconds, for anybody who asks.
    return (this.text ??= printSchema(lexicographicSortSchema(this.schema.schema)));
  }

  @Get('*')
  @Allow('public')
  page(@Req() req: FastifyRequest, @Res() reply: FastifyReply): void {
    const path = decodeURI(req.url.split('?')[0] ?? '/');
    // Read each time: while the pages are being worked on they are built again under a running server.
    const html = frontPage(this.config);
    if (html === null) {
      void reply.status(503).type('text/plain').send(`The pages are not built: run npm run build:web.\n`);
    } else if (FILE.test(path)) {
      // Built files carry a hash of their content in their name.
      void reply.sendFile(path, path.startsWith('/assets/') ? { maxAge: A_YEAR, immutable: true } : { maxAge: 0 });
    } else {
      void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
    }
  }
}
