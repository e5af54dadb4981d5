import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { userError } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import { type Network, NETWORKS } from '#platform/kernel';
import { csvLine } from './import-csv-writing.rules.js';
import { LARGEST_FILE } from './import-files.js';
import { VolunteerImportQueries } from './volunteer-import.queries.js';
import { mayImport, VolunteerImportService } from './volunteer-import.service.js';

/** Where a list is sent, the file itself as the body, and where what was not imported is fetched. */
@Controller('imports')
export class VolunteerImportController {
  constructor(
    private readonly imports: VolunteerImportService,
    private readonly queries: VolunteerImportQueries,
  ) {}

  @Post('volunteers')
  @HttpCode(200)
  @Allow('coordinator')
  async receive(@Me() me: Actor, @Req() req: FastifyRequest): Promise<{ id: string }> {
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
    const bytes = (body?.iterator({ destroyOnReturn: false }) ?? []) as AsyncIterable<Buffer>;
    return { id: await this.imports.start(me, { name: fileName(name), network, bytes }) };
  }

  /** The rows with faults, in doubt and left out, with the columns of the file, to be put right in a spreadsheet. */
  @Get(':id/rest')
  @Allow('coordinator')
  async rest(@Me() me: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const file = await this.queries.mine(me, id);
    const delimiter = file.delimiter || ';';
    const header = file.columnMapping.map((column) => column.header);
    const lines = async function* (lots: AsyncIterable<string[][]>): AsyncGenerator<string> {
      yield `\ufeff${csvLine(header, delimiter)}`;
      for await (const rows of lots) yield rows.map((cells) => csvLine(cells, delimiter)).join('');
    };
    const name = encodeURIComponent(`${file.fileName.replace(/\.\w+$/, '')}-reste.csv`);
    return new StreamableFile(Readable.from(lines(this.queries.rest(id)), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename*=UTF-8''${name}`,
    });
  }
}

function isNetwork(value: unknown): value is Network {
  return (NETWORKS as readonly unknown[]).includes(value);
}

/** The last part of what the browser says, without signs that no name needs. */
function fileName(name: unknown): string {
  const last = typeof name === 'string' ? (name.split(/[/\\]/).at(-1) ?? '') : '';
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return clean.slice(0, 200) || 'volunteers.csv';
}
