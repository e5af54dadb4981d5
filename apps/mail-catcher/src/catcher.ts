import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pageServer } from './http.js';
import { Mailbox } from './mailbox.js';
import { smtpServer } from './smtp.js';

export interface CatcherOptions {
  /** Address to listen on. */
  host: string;
  /** 0 takes any free port. */
  smtpPort: number;
  pagePort: number;
  /** Folder that keeps the mails. */
  dir: string;
  /** How many of the newest are kept. */
  keep: number;
}

/** A catcher that runs, with the ports it really has. */
export interface Catcher {
  smtpPort: number;
  pagePort: number;
  stop(): Promise<void>;
}

/** @throws when one of the ports is in use */
export async function startCatcher({ host, smtpPort, pagePort, dir, keep }: CatcherOptions): Promise<Catcher> {
  const mailbox = new Mailbox(dir, keep);
  const smtp = smtpServer(mailbox);
  const pages = pageServer(mailbox);
  const ready = Promise.all([once(smtp.server, 'listening'), once(pages, 'listening')]);
  smtp.listen(smtpPort, host);
  pages.listen(pagePort, host);
  await ready;
  // From here on an error is a client that broke off, which is its own business.
  smtp.on('error', () => undefined);
  return {
    smtpPort: (smtp.server.address() as AddressInfo).port,
    pagePort: (pages.address() as AddressInfo).port,
    stop: async () => {
      const closed = Promise.all([once(smtp.server, 'close'), once(pages, 'close')]);
      smtp.close();
      pages.close();
      pages.closeAllConnections();
      await closed;
    },
  };
}
