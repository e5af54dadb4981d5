import { Engine } from 'mrml';
import { directionOf, t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import type { Block, ComposedMail } from './composed-mail.js';
import { type Inline, type MarkdownBlock, parseMarkdown } from '#platform/kernel';

/** Whom and whose name the frame around a mail shows. */
export interface MailFrame {
  locale: Locale;
  /** How to greet; null for somebody we do not know. */
  name: string | null;
  brandName: string;
  publicUrl: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

// The colours of the pages as hexadecimal: mail programs know no others.
const LIGHT = {
  paper: '#f4efe6',
  surface: '#ffffff',
  sunken: '#f9f6f0',
  ink: '#1e1d35',
  soft: '#505065',
  action: '#3a2a76',
  onAction: '#fefbf8',
};
const DARK = {
  paper: '#12121d',
  surface: '#1c1c29',
  sunken: '#232332',
  ink: '#f4f0e9',
  soft: '#b9b9c7',
  action: '#c4bffc',
  onAction: '#15112b',
};

/** The two networks side by side, as in the sign of the pages. */
const SIGN = `<span aria-hidden="true"><span style="color:#d15923">◖</span><span style="color:#298954">◗</span></span>`;
const SERIF = `'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Noto Serif', serif`;

/** Mail programs that ignore this keep the light colours; those that invert colours by themselves are told not to. */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  h1 { margin: 0; font-family: ${SERIF}; font-size: 28px; line-height: 1.2; font-weight: 600; text-wrap: balance; }
  p { margin: 0 0 14px; } p:last-child { margin-bottom: 0; }
  h2 { margin: 18px 0 8px; font-size: 21px; line-height: 1.3; } h3 { margin: 14px 0 6px; font-size: 18px; line-height: 1.3; }
  ul, ol { margin: 0 0 14px; padding-inline-start: 22px; } li { margin: 0 0 6px; }
  .code div { letter-spacing: 0.25em; padding: 12px 20px; border-radius: 10px; background-color: ${LIGHT.sunken}; }
  @media (prefers-color-scheme: dark) {
    body, .paper { background-color: ${DARK.paper} !important; }
    .card, .card > table { background-color: ${DARK.surface} !important; }
    .ink div { color: ${DARK.ink} !important; }
    .soft div, .soft a { color: ${DARK.soft} !important; }
    .code div { color: ${DARK.ink} !important; background-color: ${DARK.sunken} !important; }
    .act table td { background-color: ${DARK.action} !important; }
    .act a { color: ${DARK.onAction} !important; background-color: ${DARK.action} !important; }
  }`;

const HEAD = `<mj-attributes>
  <mj-all font-family="Seravek, Ubuntu, Calibri, 'Segoe UI', 'Noto Sans', Arial, sans-serif" />
  <mj-text font-size="17px" line-height="1.55" color="${LIGHT.ink}" padding="8px 28px" />
  <mj-button align="left" background-color="${LIGHT.action}" color="${LIGHT.onAction}" border-radius="10px" font-size="17px"
    font-weight="600" inner-padding="14px 22px" line-height="1.3" padding="10px 28px" />
</mj-attributes>
<mj-style>${STYLE}</mj-style>
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>`;

const engine = new Engine();
// No fonts from elsewhere: a mail must not tell anybody when it is opened.
engine.setRenderOptions({ disableComments: false, socialIconOrigin: null, fonts: {} });

/** A mail in its three forms: subject line, HTML page and plain text, all saying the same. */
export function renderMail(mail: ComposedMail, frame: MailFrame): RenderedMail {
  return { subject: oneLine(mail.subject), html: htmlOf(mail, frame), text: textOf(mail, frame) };
}

function htmlOf(mail: ComposedMail, frame: MailFrame): string {
  const { locale, brandName, publicUrl } = frame;
  const unsubscribe = mail.unsubscribeUrl
    ? `<br /><a href="${escape(mail.unsubscribeUrl)}" style="color:${LIGHT.soft}">${escape(t(locale, 'mails.footer.unsubscribe'))}</a>`
    : '';
  const source = `<mjml lang="${locale}" dir="${directionOf(locale)}">
<mj-head><mj-title>${escape(oneLine(mail.subject))}</mj-title>${HEAD}</mj-head>
<mj-body css-class="paper" background-color="${LIGHT.paper}" width="600px">
<mj-section padding="24px 0 12px"><mj-column>
  <mj-text css-class="ink" font-family="${SERIF}" font-size="20px" font-weight="600" padding="0 28px"><a href="${escape(publicUrl)}" style="color:inherit;text-decoration:none">${SIGN} ${escape(brandName)}</a></mj-text>
</mj-column></mj-section>
<mj-section css-class="card" background-color="${LIGHT.surface}" border-radius="14px" padding="24px 0"><mj-column>
  <mj-text css-class="ink"><h1>${escape(oneLine(mail.heading))}</h1></mj-text>
  <mj-text css-class="ink"><p>${escape(greeting(frame))}</p></mj-text>
  ${mail.blocks.map(htmlOfBlock).join('\n  ')}
</mj-column></mj-section>
<mj-section padding="12px 0 28px"><mj-column>
  <mj-text css-class="soft" font-size="14px" color="${LIGHT.soft}"><p>${lines(mail.why)}</p><p>${escape(t(locale, 'mails.footer.sender', { brand: brandName }))}${unsubscribe}</p></mj-text>
</mj-column></mj-section>
</mj-body></mjml>`;
  const result = engine.toHtml(source);
  if (result.type === 'error') throw new Error(`The mail "${mail.subject}" cannot be laid out: ${result.message}`);
  return result.content;
}

function htmlOfBlock(block: Block): string {
  if ('text' in block) return `<mj-text css-class="ink"><p>${lines(block.text)}</p></mj-text>`;
  if ('markdown' in block)
    return `<mj-text css-class="ink">${parseMarkdown(block.markdown).map(htmlOfMarkdown).join('')}</mj-text>`;
  if ('button' in block)
    return `<mj-button css-class="act" href="${escape(block.button.url)}">${escape(block.button.label)}</mj-button>`;
  if ('facts' in block) {
    const facts = block.facts.map(
      ({ label, value }) => `<p><strong>${escape(label)}</strong><br />${lines(value)}</p>`,
    );
    return `<mj-text css-class="ink">${facts.join('')}</mj-text>`;
  }
  if ('code' in block)
    return `<mj-text css-class="code" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="32px" font-weight="700">${escape(block.code)}</mj-text>`;
  return `<mj-text css-class="ink"><ul>${block.list.map((item) => `<li>${lines(item)}</li>`).join('')}</ul></mj-text>`;
}

function htmlOfMarkdown(block: MarkdownBlock): string {
  if (block.kind === 'heading') return `<h${block.level}>${htmlOfLine(block.content)}</h${block.level}>`;
  if (block.kind === 'paragraph') return `<p>${htmlOfLine(block.content)}</p>`;
  const list = block.ordered ? 'ol' : 'ul';
  return `<${list}>${block.items.map((item) => `<li>${htmlOfLine(item)}</li>`).join('')}</${list}>`;
}

function htmlOfLine(content: readonly Inline[]): string {
  const html = content.map((part) => {
    if ('strong' in part) return `<strong>${htmlOfLine(part.strong)}</strong>`;
    if ('link' in part) return `<a href="${escape(part.href)}">${htmlOfLine(part.link)}</a>`;
    return escape(part.text);
  });
  return html.join('');
}

/** Markdown as plain text: addresses of links stand behind their words. */
export function plainMarkdown(source: string): string {
  return parseMarkdown(source).map(textOfMarkdown).join('\n\n');
}

function textOfMarkdown(block: MarkdownBlock): string {
  if (block.kind !== 'list') return textOfLine(block.content);
  return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${textOfLine(item)}`).join('\n');
}

function textOfLine(content: readonly Inline[]): string {
  const text = content.map((part) => {
    if ('strong' in part) return textOfLine(part.strong);
    if ('link' in part) return `${textOfLine(part.link)} (${part.href})`;
    return part.text;
  });
  return text.join('');
}

function textOf(mail: ComposedMail, frame: MailFrame): string {
  const { locale, brandName, publicUrl } = frame;
  const footer = [
    mail.why,
    t(locale, 'mails.footer.sender', { brand: brandName }),
    publicUrl,
    ...(mail.unsubscribeUrl ? [`${t(locale, 'mails.footer.unsubscribe')}${colon(locale)}${mail.unsubscribeUrl}`] : []),
  ];
  const parts = [
    oneLine(mail.heading),
    greeting(frame),
    ...mail.blocks.map((block) => textOfBlock(block, locale)),
    `-- \n${footer.join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function textOfBlock(block: Block, locale: Locale): string {
  if ('text' in block) return block.text;
  if ('markdown' in block) return plainMarkdown(block.markdown);
  if ('button' in block) return `${block.button.label}${colon(locale).trimEnd()}\n${block.button.url}`;
  if ('facts' in block) return block.facts.map(({ label, value }) => `${label}${colon(locale)}${value}`).join('\n');
  if ('code' in block) return `    ${block.code}`;
  return block.list.map((item) => `- ${item}`).join('\n');
}

/** French puts a space that does not break before its colon. */
const colon = (locale: Locale): string => (locale === 'fr' ? '\u00a0: ' : ': ');

function greeting({ locale, name }: MailFrame): string {
  return name === null ? t(locale, 'mails.greeting.unknown') : t(locale, 'mails.greeting', { name });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Control characters are not allowed in XML at all, not even escaped.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escape = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const lines = (text: string): string => escape(text).replace(/\r?\n/g, '<br />');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
