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
  /** Whether the next port is tried when one is in use. */
  orNext?: boolean;
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

/** @throws Error of the system (EADDRINUSE) when a port is in use and the next may not be taken */
export async function startCatcher(options: CatcherOptions): Promise<Catcher> {
  const { host, dir, keep, orNext = false } = options;
  const mailbox = new Mailbox(dir, keep);
  const smtp = smtpServer(mailbox);
  const pages = pageServer(mailbox);
  await listen(smtp, options.smtpPort, host, orNext);
  await listen(pages, options.pagePort, host, orNext);
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

/** What both servers have in common. */
interface Listener {
  listen(port: number, host: string, done: () => void): unknown;
  once(event: 'error', hear: (error: NodeJS.ErrnoException) => void): unknown;
  off(event: 'error', hear: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Asking first which port is free would leave a moment in which another program takes it. */
async function listen(server: Listener, from: number, host: string, orNext: boolean): Promise<void> {
  for (let port = from; ; port++) {
    const outcome = await new Promise<NodeJS.ErrnoException | null>((answer) => {
      server.once('error', answer);
      server.listen(port, host, () => {
        server.off('error', answer);
        answer(null);
      });
    });
    if (outcome === null) return;
    if (outcome.code !== 'EADDRINUSE' || !orNext) throw outcome;
  }
}
