/** Why a mail did not leave, and what happens then. */
export const MAIL_FAULTS = {
  /** The mail server refused this recipient or this mail for good (5xx). */
  REFUSED: 'final',
  /** The mail server asks to come back later (4xx). */
  DEFERRED: 'retry',
  /** The mail server could not be reached, or the line was cut. */
  CONNECTION: 'retry',
  /** The mail server refused our own credentials or sender: every mail would fail, so none is given up at once. */
  SIGN_IN: 'retry',
  /** The text could not be written: a fault of the platform. */
  COMPOSE: 'retry',
  /** No such kind of mail. */
  NO_TEMPLATE: 'final',
  /** The stored address cannot be one. */
  BAD_ADDRESS: 'final',
  /** The person has no address: she must be told another way. */
  NO_ADDRESS: 'skip',
  /** What the mail would say is no longer true. */
  NO_LONGER_TRUE: 'skip',
} as const;
export type MailFaultCode = keyof typeof MAIL_FAULTS;

export interface MailFault {
  code: MailFaultCode;
  /** What the server or the error said, without any address; empty if the code says it all. */
  detail: string;
}

/** Tries of one mail before it counts as failed; with the pauses between them, about ten hours. */
export const MAIL_ATTEMPTS = 10;

/** What becomes of a mail after a fault, at its nth attempt. */
export function statusAfter(fault: MailFault, attempt: number): 'queued' | 'failed' | 'skipped' {
  const consequence = MAIL_FAULTS[fault.code];
  if (consequence === 'skip') return 'skipped';
  return consequence === 'retry' && attempt < MAIL_ATTEMPTS ? 'queued' : 'failed';
}

/** How mail libraries describe what went wrong on the way to the server. */
interface SmtpError {
  message: string;
  code?: string;
  /** SMTP command that was answered. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/**
 * The fault behind an error of the mail library. Only an answer to the recipient or to the text itself is final: an
 * answer to the greeting, to our sign-in or to our sender concerns every mail.
 */
export function smtpFault(error: SmtpError): MailFault {
  const detail = withoutAddresses(error.response ?? error.message);
  const answer = error.responseCode ?? 0;
  if (error.code === 'EAUTH' || (answer >= 500 && error.command === 'MAIL FROM')) return { code: 'SIGN_IN', detail };
  if (answer >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')) return { code: 'REFUSED', detail };
  if (answer >= 400) return { code: 'DEFERRED', detail };
  if (error.code === 'EENVELOPE') return { code: 'BAD_ADDRESS', detail };
  return { code: 'CONNECTION', detail };
}

/** Addresses in server answers are personal data; they do not belong in logs, nor in a table that is never erased. */
export function withoutAddresses(text: string): string {
  return text
    .replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

/** As kept in `mail.last_error`. */
export const faultText = ({ code, detail }: MailFault): string => (detail === '' ? code : `${code}: ${detail}`);

/** The fault of a `mail.last_error`, or null when the text is not one. */
export function readFault(text: string): MailFault | null {
  const [code = '', ...detail] = text.split(': ');
  return isFaultCode(code) ? { code, detail: detail.join(': ') } : null;
}

function isFaultCode(code: string): code is MailFaultCode {
  return Object.hasOwn(MAIL_FAULTS, code);
}

/** An address that can only be one recipient: the mail library would take `a@x, b@y` for two. */
export function isOneAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/.test(address);
}

/** Enough of an address to recognise it, not enough to write to it: `a***@exemple.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0] ?? ''}***${address.slice(at)}`;
}
