import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '#platform/identity';
import { type Check, Health } from './health.js';

/** For the operator's supervisor. Alive: the process answers. Ready: it can do its work. Neither tells a secret. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @Allow('public')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Allow('public')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; checks: Check[] }> {
    const checks = await this.health.checks();
    const ok = checks.every((check) => check.ok);
    void reply.status(ok ? 200 : 503);
    return { status: ok ? 'ok' : 'unavailable', checks };
  }
}
