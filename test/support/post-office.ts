import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** How the server meets the next mail. */
export type Reception =
  | 'take'
  /** An SMTP code to the recipient. */
  | { code: number; text: string }
  /** The line is cut while the text is on its way. */
  | 'cut'
  /** The text is taken, but the line is cut before the answer. */
  | 'take and cut'
  /** No answer to the text, until the line is cut by `hangUp`. */
  | 'hang';

/** A mail that arrived. */
export interface Arrived {
  raw: string;
  mail: ParsedMail;
}

/** A real SMTP server that keeps what it takes and can be told to misbehave. */
export class PostOffice {
  /** Everything taken, in order. */
  readonly arrived: Arrived[] = [];
  /** How many mails were begun, taken or not. */
  tries = 0;
  private readonly receptions: Reception[] = [];
  private reception: Reception = 'take';
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: (_, __, answer) => {
        this.tries++;
        this.reception = this.receptions.shift() ?? 'take';
        answer(typeof this.reception === 'object' ? refusal(this.reception) : undefined);
      },
      onData: (stream, session, answer) => void this.receive(stream, session, answer),
    });
    // A cut line is what some tests are about.
    this.server.on('error', () => undefined);
  }

  static async open(port = 0): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((resolve) => office.server.listen(port, '127.0.0.1', resolve));
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** How to meet the next mails, in order; after that, all are taken. */
  meet(...receptions: Reception[]): void {
    this.receptions.push(...receptions);
  }

  /** Forgets what arrived. */
  empty(): void {
    this.arrived.length = 0;
    this.tries = 0;
  }

  /** Cuts every line, or that of one session. */
  hangUp(session?: SMTPServerSession): void {
    for (const connection of this.server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
      if (session === undefined || connection.id === session.id) connection._socket.destroy();
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private async receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    answer: (error?: Error) => void,
  ): Promise<void> {
    const reception = this.reception;
    if (reception === 'cut') return this.hangUp(session);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    if (reception === 'hang') return;
    const raw = Buffer.concat(chunks);
    this.arrived.push({ raw: raw.toString(), mail: await simpleParser(raw) });
    if (reception === 'take and cut') return this.hangUp(session);
    answer();
  }
}

function refusal({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
