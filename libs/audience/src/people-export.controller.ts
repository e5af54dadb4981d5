import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { Controller, Get, Logger, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import { type Locale, parisDay } from '#platform/kernel';
import { writerOf } from './export-files.js';
import { type PeopleExport } from './people-export.entity.js';
import { ExportRows, headingOf } from './people-export.rows.js';
import { PeopleExports } from './people-export.service.js';
import { sightOf } from './sight.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const UUID = /^[0-9a-f-]{36}$/;

/** Where an exported list is fetched, once, by who asked for it. */
@Controller('exports')
export class PeopleExportController {
  private readonly log = new Logger(PeopleExportController.name);

  constructor(
    private readonly exports: PeopleExports,
    private readonly rows: ExportRows,
  ) {}

  @Get('people/:id')
  @Allow('coordinator')
  async fetch(@Me() me: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const wish = UUID.test(id) ? await this.exports.open(me, id) : null;
    if (!wish) throw notFound('Export');
    const name = `benevoles-${parisDay(wish.servedAt ?? wish.createdAt)}.${wish.format}`;
    const file = new PassThrough();
    void reply
      .header('content-type', TYPES[wish.format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(file);
    this.write(wish, me, file).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error.stack : error);
      // The half of a list must not look like the whole.
      file.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  }

  private async write(wish: PeopleExport, me: Actor, file: PassThrough): Promise<void> {
    const locale: Locale = me.locale;
    const writer = writerOf(wish.format, file);
    const closed = new AbortController();
    file.once('close', () => closed.abort());
    await writer.row(wish.columns.map((column) => headingOf(column, locale)));
    await this.rows.each(wish, sightOf(me).networks, locale, async (rows) => {
      if (file.destroyed) throw new Error('The reader of an export went away');
      for (const row of rows) await writer.row(row);
      if (file.writableNeedDrain) await once(file, 'drain', { signal: closed.signal });
    });
    await writer.end();
  }
}
