import type { Readable } from 'node:stream';
import { Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { userError } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import { MaterialQueries } from './material.queries.js';
import { isShown, LARGEST_MATERIAL } from './material.rules.js';
import { MaterialService, type TakenFile } from './material.service.js';

/** Files of materials on their way in and out; everything else about them is GraphQL. */
@Controller('material-files')
export class MaterialController {
  constructor(
    private readonly service: MaterialService,
    private readonly queries: MaterialQueries,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('coordinator')
  async receive(@Me() me: Actor, @Req() req: FastifyRequest): Promise<TakenFile> {
    // A page of another site can make a browser post a file with our cookie, but not with a header of its choice.
    if (!req.headers['x-requested-with']) throw userError('FORBIDDEN', 'error.FORBIDDEN');
    if (Number(req.headers['content-length'] ?? 0) > LARGEST_MATERIAL)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'file', rule: 'materialTooLarge' }]);
    const { name } = req.query as { name?: unknown };
    const body = req.body as Readable | undefined;
    // The connection outlives a file that is refused half-way: the answer still has to go through it.
    const bytes = body?.iterator({ destroyOnReturn: false }) ?? [];
    return this.service.take(me, typeof name === 'string' ? name : '', bytes as AsyncIterable<Buffer>);
  }

  @Get(':id')
  @Allow('public')
  async send(
    @Me() me: Actor | null,
    @Param('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const material = await this.queries.byId(id, me);
    if (material?.replacedBy) {
      // Who kept the link of an old copy reads that it was replaced, and by what.
      void reply.redirect(`/formations/${material.courseSlug}/supports/${material.id}`, 303);
      return;
    }
    const file = material?.url?.startsWith('/') ? await this.queries.file(id) : null;
    if (!file) {
      void reply.status(404).type('text/plain; charset=utf-8').send('404\n');
      return;
    }
    const etag = `"${file.sha256.slice(0, 32)}"`;
    const name = encodeURIComponent(file.name);
    void reply
      .header('cache-control', material?.audience === 'public' ? 'public, max-age=300' : 'private, no-cache')
      .header('etag', etag)
      // Whatever a file may contain, nothing of it runs on our site.
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `${isShown(file.mime) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
    if (known === etag) void reply.status(304).send();
    else void reply.type(file.mime).send(file.bytes);
  }
}
