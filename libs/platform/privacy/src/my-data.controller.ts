import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, Allow, Me } from '#platform/identity';
import { archiveOf } from './export-archive.js';
import { MyDataService } from './my-data.service.js';

/** Everything about the person who is signed in, as a file. There is no link that somebody else could guess or be sent. */
@Controller('my-data')
export class MyDataController {
  constructor(private readonly service: MyDataService) {}

  @Get('export.zip')
  @Allow('account')
  async zip(@Me() me: Actor, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const everything = await this.service.export(me, req.locale);
    const day = everything.exportedAt.toISOString().slice(0, 10);
    await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="mes-donnees-${day}.zip"`)
      .type('application/zip')
      .send(archiveOf(everything, req.locale));
  }
}
