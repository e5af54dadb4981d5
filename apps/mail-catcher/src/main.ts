import { Command } from 'commander';
import { startCatcher } from './catcher.js';

interface Options {
  host: string;
  smtpPort: string;
  pagePort: string;
  dir: string;
  keep: string;
  orNext?: boolean;
}

const { host, smtpPort, pagePort, dir, keep, orNext } = new Command('mail-catcher')
  .description('Takes every mail over SMTP, sends none, and shows them on a page.')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--smtp-port <port>', 'where mails come in', '1025')
  .option('--page-port <port>', 'where they are shown', '4025')
  .option('--or-next', 'take the next free ports when these are in use')
  .option('--dir <folder>', 'where they are kept', '.data/mails')
  .option('--keep <count>', 'how many of the newest are kept', '2000')
  .parse()
  .opts<Options>();

const catcher = await startCatcher({
  host,
  smtpPort: Number(smtpPort),
  pagePort: Number(pagePort),
  dir,
  keep: Number(keep),
  ...(orNext ? { orNext } : {}),
});
// Whoever started it as a child learns which ports it really has.
process.send?.({ smtpPort: catcher.smtpPort, pagePort: catcher.pagePort });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void catcher.stop());
