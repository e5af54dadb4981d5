import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** What the list shows of a mail. */
export interface MailSummary {
  /** Time of arrival and a random part: sorts by arrival. */
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  attachments: number;
  size: number;
}

const SUFFIX = '.eml';

/** Mails in a folder, one file each as it came over SMTP, so that a restart loses none. */
export class Mailbox {
  private readonly summaries = new Map<string, Promise<MailSummary>>();

  /**
   * @param folder made if missing
   * @param keep how many of the newest mails are kept
   */
  constructor(
    private readonly folder: string,
    private readonly keep: number,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const id of this.idsOnDisk()) this.summaries.set(id, this.summarize(id));
  }

  /** Keeps a mail. Resolves when it is on the disk, so that the sender is only then told that it was taken. */
  async add(source: Buffer): Promise<string> {
    const id = `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
    const unfinished = join(this.folder, `${id}.part`);
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(source);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.path(id));
    this.summaries.set(id, this.summarize(id));
    await this.forgetOldest();
    return id;
  }

  /** Newest first; with a filter, those whose subject or addresses hold the text. */
  async list(text = ''): Promise<MailSummary[]> {
    const all = await Promise.all(this.summaries.values());
    const wanted = text.toLocaleLowerCase('fr');
    return all
      .filter((mail) => [mail.subject, mail.from, ...mail.to].join('\n').toLocaleLowerCase('fr').includes(wanted))
      .sort((a, b) => b.id.localeCompare(a.id));
  }

  get count(): number {
    return this.summaries.size;
  }

  /** The mail as it came, or null when there is none with that id. */
  async source(id: string): Promise<Buffer | null> {
    return this.summaries.has(id) ? readFile(this.path(id)) : null;
  }

  async read(id: string): Promise<ParsedMail | null> {
    const source = await this.source(id);
    return source && simpleParser(source, { skipImageLinks: true });
  }

  async clear(): Promise<void> {
    for (const id of [...this.summaries.keys()]) await this.forget(id);
  }

  private idsOnDisk(): string[] {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length));
  }

  private path(id: string): string {
    return join(this.folder, id + SUFFIX);
  }

  private async forgetOldest(): Promise<void> {
    const surplus = [...this.summaries.keys()].sort().slice(0, Math.max(0, this.summaries.size - this.keep));
    for (const id of surplus) await this.forget(id);
  }

  private async forget(id: string): Promise<void> {
    this.summaries.delete(id);
    await rm(this.path(id), { force: true });
  }

  private async summarize(id: string): Promise<MailSummary> {
    // A file that somebody removed or spoilt by hand is still listed, empty: it must not hide the others.
    const source = await readFile(this.path(id)).catch(() => Buffer.alloc(0));
    const mail = await simpleParser(source, { skipImageLinks: true }).catch(() => null);
    return {
      id,
      receivedAt: arrivalOf(id),
      from: mail?.from?.text ?? '',
      to: addressesOf(mail?.to),
      subject: mail?.subject ?? '',
      attachments: mail?.attachments.length ?? 0,
      size: source.length,
    };
  }
}

export function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap((object) => object.value.map((one) => one.address ?? one.name));
}

/** The instant that an id begins with, as an ISO string. */
function arrivalOf(id: string): string {
  const [, year, month, day, hour, minute, second, ms] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id) ?? [];
  return `${year ?? '1970'}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}.${ms ?? '000'}Z`;
}
