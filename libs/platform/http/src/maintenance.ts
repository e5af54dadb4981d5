import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '#platform/config';

/** Key of the setting that the command line writes: `{ "until": "<instant>" }`; no row means that all is open. */
export const MAINTENANCE_SETTING = 'maintenance';

const LOOK_EVERY_MS = 1_000;
const PATIENCE_MS = 5_000;

/** The site is closed for a while. */
export interface Closed {
  /** When it is to be back; null if nobody can tell. */
  until: Date | null;
}

/**
 * Whether the site is closed for maintenance. Every process looks once a second over a connection of its own, so that no
 * request costs a statement more; while the database is away, what was known last holds.
 */
@Injectable()
export class Maintenance implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Maintenance.name);
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ended = false;
  private state: Closed | null = null;

  constructor(private readonly config: Config) {}

  /** Null while the site is open. */
  get closed(): Closed | null {
    return this.state;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** Looks, and plans the next look. */
  private async look(): Promise<void> {
    try {
      const client = await this.connected();
      const { rows } = await client.query<{ value: { until?: string | null } }>(
        'select value from setting where key = $1',
        [MAINTENANCE_SETTING],
      );
      const [row] = rows;
      this.state = row ? { until: row.value.until ? new Date(row.value.until) : null } : null;
    } catch (error) {
      this.client = null;
      if (!this.ended) this.log.debug(`Cannot look whether the site is closed: ${String(error)}`);
    }
    if (!this.ended) this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'maintenance',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    const forget = (): void => {
      if (this.client === client) this.client = null;
    };
    client.on('error', forget).once('end', forget);
    await client.connect();
    this.client = client;
    return client;
  }
}
