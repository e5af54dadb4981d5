import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ParsedMail } from 'mailparser';
import { addressesOf, type Mailbox } from './mailbox.js';
import { type Language, languageOf, words } from './messages.js';
import { framedHtml, listPage, mailPage, problemPage } from './pages.js';
import { css, script } from './style.js';

const PAGE_POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

interface Request {
  method: string;
  url: URL;
  language: Language;
  headers: IncomingMessage['headers'];
}
interface Answer {
  status?: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** The pages for people and the JSON for tests, on the same mails. */
export function pageServer(mailbox: Mailbox): Server {
  return createServer((req, res) => {
    answer(mailbox, asked(req))
      .catch((error: unknown) => ({ status: 500, type: 'text/plain', body: String(error) }))
      .then((found) => send(res, found))
      .catch(() => res.destroy());
  });
}

function asked(req: IncomingMessage): Request {
  const url = new URL(req.url ?? '/', 'http://catcher');
  const language = languageOf(url.searchParams.get('lang'), req.headers['accept-language']);
  return { method: req.method ?? 'GET', url, language, headers: req.headers };
}

async function answer(mailbox: Mailbox, req: Request): Promise<Answer> {
  const { method, url, language } = req;
  const [first, id, part, number] = url.pathname.split('/').filter(Boolean);
  if (method === 'DELETE' && url.pathname === '/api/mails') return emptied(mailbox, req, json({ count: 0 }));
  if (method === 'POST' && url.pathname === '/delete') return emptied(mailbox, req, seeOther(`/?lang=${language}`));
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, type: 'text/plain', body: '', headers: { allow: 'GET' } };
  if (url.pathname === '/style.css') return { type: 'text/css', body: css };
  if (url.pathname === '/app.js') return { type: 'text/javascript', body: script };
  if (url.pathname === '/health') return json({ status: 'ok' });
  if (url.pathname === '/api/count') return json({ count: mailbox.count });
  const search = url.searchParams.get('q') ?? '';
  if (url.pathname === '/') return page(listPage(language, await mailbox.list(search), search, mailbox.count));
  if (url.pathname === '/api/mails') return json(await mailbox.list(search));
  if (first === 'api' && part !== undefined) return details(mailbox, req, part);
  if (first === 'mails' && id !== undefined) return mailParts(mailbox, req, { id, part, number: Number(number) });
  return missing(language);
}

async function details(mailbox: Mailbox, req: Request, id: string): Promise<Answer> {
  const mail = await mailbox.read(id);
  return mail ? json(asJson(id, mail)) : missing(req.language);
}

async function mailParts(
  mailbox: Mailbox,
  { language }: Request,
  { id, part, number }: { id: string; part: string | undefined; number: number },
): Promise<Answer> {
  const mail = await mailbox.read(id);
  if (!mail) return missing(language);
  if (part === undefined) return page(mailPage(language, id, mail));
  if (part === 'html' && mail.html)
    return { type: 'text/html', body: framedHtml(id, mail), headers: { 'content-security-policy': MAIL_POLICY } };
  if (part === 'source') return download('message/rfc822', `${id}.eml`, (await mailbox.source(id)) ?? '');
  const file = part === 'attachments' ? mail.attachments[number] : undefined;
  return file ? download(file.contentType, file.filename ?? `${id}-${number}`, file.content) : missing(language);
}

/** Only these pages and programs may delete: another site open in the same browser may not. */
async function emptied(mailbox: Mailbox, req: Request, done: Answer): Promise<Answer> {
  const origin = req.headers.origin;
  if (origin !== undefined && origin !== `http://${req.headers.host ?? ''}`)
    return { status: 403, type: 'text/html', body: problemPage(req.language, words[req.language].forbidden) };
  await mailbox.clear();
  return done;
}

function asJson(id: string, mail: ParsedMail): object {
  return {
    id,
    from: mail.from?.text ?? '',
    to: addressesOf(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? null,
    text: mail.text ?? '',
    html: mail.html || null,
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()])),
    attachments: mail.attachments.map((file) => ({
      filename: file.filename ?? null,
      contentType: file.contentType,
      size: file.size,
      content: file.content.toString('base64'),
    })),
  };
}

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });
const page = (body: string): Answer => ({ type: 'text/html', body });
const seeOther = (location: string): Answer => ({ status: 303, type: 'text/plain', body: '', headers: { location } });
const missing = (language: Language): Answer => ({
  status: 404,
  type: 'text/html',
  body: problemPage(language, words[language].notFound),
});

function download(type: string, name: string, body: string | Buffer): Answer {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return { type, body, headers: { 'content-disposition': disposition } };
}

function send(res: ServerResponse, { status = 200, type, body, headers = {} }: Answer): void {
  res.writeHead(status, {
    'content-type': type.startsWith('text/') || type === 'application/json' ? `${type}; charset=utf-8` : type,
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    ...headers,
  });
  res.end(body);
}
