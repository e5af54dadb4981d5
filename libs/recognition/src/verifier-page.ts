import { directionOf, t } from '#platform/i18n';
import { formatParis, type Locale } from '#platform/kernel';
import { durationInWords } from './certificate.rules.js';
import type { CheckedCertificate } from './certificate.types.js';

/** What the page shows. */
export interface VerifierPage {
  locale: Locale;
  /** The built page of the site, whose styles are used. */
  html: string;
  /** What came out; none before a code was given. */
  answer?: { code: string; checked: CheckedCertificate | null };
}

/** A text within HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** The check of a certificate as one page of HTML that needs no script. */
export function verifierPage({ locale, html, answer }: VerifierPage): string {
  const styles = (html.match(/<link[^>]+rel="stylesheet"[^>]*>/g) ?? []).join('');
  const title = escaped(t(locale, 'recognition.plain.title'));
  const code = escaped(answer?.code ?? '');
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" /><meta name="robots" content="noindex" /><title>${title}</title>${styles}</head>
<body><main class="wrap narrow stack">
<h1>${title}</h1>
${answer ? answerOf(answer.checked, locale) : ''}
<form action="/recognition/verify" method="get" class="stack">
<p><label for="code">${escaped(t(locale, 'recognition.plain.code'))}</label><br />
<span class="hint" id="hint">${escaped(t(locale, 'recognition.plain.hint'))}</span><br />
<input id="code" name="code" class="input" value="${code}" aria-describedby="hint" autocomplete="off" required maxlength="40" /></p>
<p><button type="submit" class="button">${escaped(t(locale, 'recognition.plain.check'))}</button></p>
</form></main></body></html>`;
}

function answerOf(checked: CheckedCertificate | null, locale: Locale): string {
  if (!checked) return `<p role="status"><strong>${escaped(t(locale, 'recognition.plain.unknown'))}</strong></p>`;
  const state = checked.valid
    ? escaped(t(locale, 'recognition.plain.valid'))
    : escaped(t(locale, 'recognition.plain.revoked'));
  const revoked = checked.revokedAt
    ? `<p>${escaped(t(locale, 'recognition.plain.revokedOn', { day: formatParis(checked.revokedAt, locale, 'day'), reason: checked.revocation ?? '' }))}</p>`
    : '';
  const facts: [string, string][] = [
    [t(locale, 'recognition.plain.holder'), checked.holder ?? t(locale, 'recognition.plain.nobody')],
    [t(locale, 'recognition.plain.course'), checked.courseTitle],
    [
      t(locale, 'recognition.plain.dates'),
      checked.dates.map(({ startsAt }) => formatParis(startsAt, locale, 'day')).join(', '),
    ],
    [t(locale, 'recognition.plain.duration'), durationInWords(checked.minutes, locale)],
    [t(locale, 'recognition.plain.issuer'), checked.issuer],
  ];
  const rows = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('');
  return `<section role="status"><h2>${state}</h2>${revoked}<dl class="facts">${rows}</dl></section>`;
}
