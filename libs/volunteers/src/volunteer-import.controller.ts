import type { Readable } from 'node:stream';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { userError } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import { type Network, NETWORKS } from '#platform/kernel';
import { ImportFiles, LARGEST_FILE } from './import-files.js';
import { mayImport, VolunteerImportService } from './volunteer-import.service.js';
import type { ImportReport } from './volunteer-import.types.js';

/**
 * Where a list is sent: the file itself as the body, streamed to disk and then checked. GraphQL takes over from there
 * by the `fileId` of the answer.
 */
@Controller('imports')
export class VolunteerImportController {
  constructor(
    private readonly files: ImportFiles,
    private readonly imports: VolunteerImportService,
  ) {}

  @Post('volunteers')
  @HttpCode(200)
  @Allow('coordinator')
  async receive(@Me() me: Actor, @Req() req: FastifyRequest): Promise<ImportReport> {
    const { network, name } = req.query as { network?: unknown; name?: unknown };
    // A page of another site can make a browser post a file with our cookie, but not with a header of its choice.
    if (!req.headers['x-requested-with']) throw userError('FORBIDDEN', 'error.FORBIDDEN');
    if (!isNetwork(network))
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'network', rule: 'isIn' }]);
    mayImport(me, network);
    if (Number(req.headers['content-length'] ?? 0) > LARGEST_FILE)
      throw userError('BAD_USER_INPUT', 'volunteers.import-too-large');
    const body = req.body as Readable | undefined;
    // The connection outlives a file that is refused half-way: the answer still has to go through it.
    const bytes = body?.iterator({ destroyOnReturn: false }) ?? [];
    const fileName = typeof name === 'string' && name.trim() !== '' ? name : 'volunteers.csv';
    const file = await this.files.save(me.accountId, fileName, bytes as AsyncIterable<Buffer>);
    return this.imports.check(file, { network, mapping: [], locale: req.locale });
  }
}

function isNetwork(value: unknown): value is Network {
  return (NETWORKS as readonly unknown[]).includes(value);
}
