import type { Command } from 'commander';
import { DateTime } from 'luxon';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { MAINTENANCE_SETTING } from '#platform/http';
import { withApp } from '../cli-app.js';
import { say } from '../output.js';
import { FORMS, instantFrom } from '../return-time.rules.js';

export function addMaintenance(program: Command): void {
  const command = program
    .command('maintenance')
    .description('close the site for a while, with the time of return; this command line and /health go on');
  command
    .command('on')
    .option('--until <time>', `when the site is to be back: ${FORMS}`)
    .description('close the site; signed-in administrators may still look')
    .action(async ({ until }: { until?: string }) => {
      const at = until === undefined ? null : instantFrom(until, new Date());
      await write(
        `insert into setting (key, value, changed_at) values ($1, $2, now())
         on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
        [MAINTENANCE_SETTING, JSON.stringify({ until: at?.toISOString() ?? null })],
        'maintenance.on',
      );
      const back = at && DateTime.fromJSDate(at, { zone: 'Europe/Paris' }).toFormat('yyyy-MM-dd HH:mm');
      say(`Closed within two seconds${back ? `, until ${back} in Paris` : ''}. It stays closed until: maintenance off`);
    });
  command
    .command('off')
    .description('open the site again')
    .action(async () => {
      await write('delete from setting where key = $1', [MAINTENANCE_SETTING], 'maintenance.off');
      say('Open again within two seconds.');
    });
}

async function write(sql: string, values: unknown[], action: string): Promise<void> {
  await withApp(async (app) => {
    const db = app.get(Database);
    await db.transaction(async () => {
      await db.query(sql, values);
      await app.get(Audit).write({ actor: null, action, subjectType: 'platform', subjectId: 'site' });
    });
  });
}
