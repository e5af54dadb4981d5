/** One piece of a mail's body. Texts are plain: markup in them is shown as it is, a line break stays one. */
export type Block =
  | { text: string }
  /** A text that somebody wrote in the small Markdown of the pages: headings, lists, bold, links. */
  | { markdown: string }
  | { button: { label: string; url: string } }
  | { facts: { label: string; value: string }[] }
  /** A few characters to copy by hand, shown large. */
  | { code: string }
  | { list: string[] };

/** A calendar file that mail programs show as an invitation. */
export interface MailCalendar {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  ics: string;
}

/** What a mail says, before it has a form. */
export interface ComposedMail {
  subject: string;
  heading: string;
  blocks: Block[];
  calendar?: MailCalendar;
  /** Why the reader gets this: "You get this because...". */
  why: string;
  /** Address of the one-click unsubscription (RFC 8058), for mails that a person may refuse. Never on answers to what she did. */
  unsubscribeUrl?: string;
  /** For mails to many: the list they belong to (RFC 2919), as `coordination-climate`. */
  list?: { id: string };
  /** When it is too late to say it: for whoever tells it in person. */
  until?: Date;
  /** The reader has to answer before then, or loses something that is kept for her. */
  needsAnswer?: boolean;
}
