import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { FastifyRequest } from 'fastify';
import { notFound } from '#platform/graphql';
import { SessionQueries } from './session.queries.js';
import type { SessionView } from './session.types.js';

/** Sessions of the bookings of one answer, by one statement for all of them. */
@Injectable()
export class SessionLoader {
  private readonly ofRequest = new WeakMap<FastifyRequest, DataLoader<string, SessionView>>();

  constructor(private readonly sessions: SessionQueries) {}

  /** The session of a booking as the person who asks may see it. */
  load(req: FastifyRequest, sessionId: string): Promise<SessionView> {
    let loader = this.ofRequest.get(req);
    if (!loader) {
      // No cache: a second mutation of the same request must not be answered with the seats left after the first.
      loader = new DataLoader((ids: readonly string[]) => this.views(ids, req), { cache: false });
      this.ofRequest.set(req, loader);
    }
    return loader.load(sessionId);
  }

  private async views(ids: readonly string[], req: FastifyRequest): Promise<(SessionView | Error)[]> {
    const views = await this.sessions.views(ids, req.actor ?? null);
    const hidden = ids.filter((id) => !views.has(id));
    // Who has a booking, or the link of one, may see its session even while it is being prepared anew.
    const others = hidden.length > 0 ? await this.sessions.unguarded(hidden) : new Map<string, SessionView>();
    return ids.map((id) => {
      const other = others.get(id);
      return views.get(id) ?? (other ? { ...other, onlineUrl: null } : notFound('Session'));
    });
  }
}
