import type { ParsedMail } from 'mailparser';
import { type Html, html } from './html.js';
import { addressesOf, type MailSummary } from './mailbox.js';
import { type Language, words } from './messages.js';

/** A whole page; `path` is where it is, for the link to the other language. */
function page(language: Language, title: string, path: string, body: Html): string {
  const w = words[language];
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <a href="/?lang=${language}">${w.title}</a>
          <a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${w.otherLanguage}</a>
        </header>
        <main>${body}</main>
      </body>
    </html>`.text;
}

function time(language: Language, iso: string): Html {
  const shown = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Paris',
  });
  return html`<time datetime="${iso}">${shown.format(new Date(iso))}</time>`;
}

/** The list, newest first. `count` is of all mails, so that the page can tell when more arrive. */
export function listPage(language: Language, mails: MailSummary[], search: string, count: number): string {
  const w = words[language];
  const items = mails.map(
    (mail) =>
      html`<li class="mail">
        <a href="/mails/${mail.id}?lang=${language}">${mail.subject || w.noSubject}</a>
        <p>${w.to} ${mail.to.join(', ')} · ${time(language, mail.receivedAt)}</p>
      </li>`,
  );
  const list =
    items.length > 0
      ? html`<ol>
          ${items}
        </ol>`
      : html`<p>${search ? w.emptySearch : w.empty}</p>`;
  return page(
    language,
    w.title,
    '/',
    html`<h1>${w.title} (${count})</h1>
      <p class="quiet">${w.lead}</p>
      <div class="bar">
        <form method="get" action="/" role="search">
          <input type="hidden" name="lang" value="${language}" />
          <label>${w.search} <input type="search" name="q" value="${search}" /></label>
          <button>${w.doSearch}</button>
        </form>
        <a class="button" href="/?lang=${language}">${w.refresh}</a>
        <form method="post" action="/delete?lang=${language}"><button>${w.deleteAll}</button></form>
      </div>
      <div role="status">
        <p id="status" data-count="${count}" hidden>${w.newMails} <a href="/?lang=${language}">${w.refresh}</a></p>
      </div>
      ${list}
      <script src="/app.js" type="module"></script>`,
  );
}

/** One mail: who, both versions, every header, attachments. */
export function mailPage(language: Language, id: string, mail: ParsedMail): string {
  const w = words[language];
  const subject = mail.subject ?? w.noSubject;
  const frame = html`<iframe
    title="${w.html}"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    src="/mails/${id}/html"
  ></iframe>`;
  const attachments = mail.attachments.map(
    (file, index) =>
      html`<li>
        <a href="/mails/${id}/attachments/${index}">${file.filename ?? file.contentType}</a> (${file.size})
      </li>`,
  );
  return page(
    language,
    `${subject} – ${w.title}`,
    `/mails/${id}`,
    html`<p><a href="/?lang=${language}">← ${w.back}</a></p>
      <h1>${subject}</h1>
      <dl>
        <dt>${w.from}</dt>
        <dd>${mail.from?.text ?? ''}</dd>
        <dt>${w.to}</dt>
        <dd>${addressesOf(mail.to).join(', ')}</dd>
      </dl>
      ${
        attachments.length > 0
          ? html`<h2>${w.attachments}</h2>
              <ul>
                ${attachments}
              </ul>`
          : ''
      }
      <h2>${w.html}</h2>
      ${mail.html ? frame : html`<p>${w.absent}</p>`}
      <h2>${w.text}</h2>
      ${mail.text ? html`<pre tabindex="0">${mail.text}</pre>` : html`<p>${w.absent}</p>`}
      <h2>${w.headers}</h2>
      <pre tabindex="0">${mail.headerLines.map((header) => header.line).join('\n')}</pre>
      <p><a href="/mails/${id}/source">${w.source}</a></p>`,
  );
}

export function problemPage(language: Language, message: string): string {
  return page(language, message, '/', html`<h1>${message}</h1>`);
}

/** The HTML of a mail for the frame: links open outside of it, pictures of the mail itself are shown. */
export function framedHtml(id: string, mail: ParsedMail): string {
  const pictures = new Map(mail.attachments.map((file, index) => [file.cid, index]));
  const source = (mail.html || '').replace(/\bcid:([^"'\s)>]+)/g, (whole, cid: string) => {
    const index = pictures.get(cid);
    return index === undefined ? whole : `/mails/${id}/attachments/${index}`;
  });
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(source) ? source.replace(/<head[^>]*>/i, (head) => head + base) : base + source;
}
