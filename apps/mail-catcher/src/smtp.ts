import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.js';

const MAX_BYTES = 25 * 1024 * 1024;

/** A real SMTP server that takes every mail for every address and keeps it. */
export function smtpServer(mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    banner: 'mail catcher',
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('The mail is too large'), { responseCode: 552 }));
          return;
        }
        mailbox.add(Buffer.concat(parts)).then(
          (id) => done(null, `kept as ${id}`),
          (error: unknown) => done(Object.assign(new Error(`Not kept: ${String(error)}`), { responseCode: 451 })),
        );
      });
    },
  });
}
