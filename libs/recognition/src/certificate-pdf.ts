import { t } from '#platform/i18n';
import { formatParis, type Locale } from '#platform/kernel';
import { inGroups } from './certificate-code.rules.js';
import { type AttendedDate, durationInWords } from './certificate.rules.js';
import type { CertificateFacts } from './certificate.queries.js';
import { canBeSet } from './letters.rules.js';
import { TaggedPdf } from './tagged-pdf.js';

/** How a document is printed. */
export interface Print {
  locale: Locale;
  large: boolean;
  /** Name of the site, which vouches for what is said. */
  brandName: string;
  /** Where the code is checked. */
  verifyUrl: string;
  now: Date;
}

/** How much larger the letters of large print are: 11 points become 18, the least that large print means. */
const LARGE = 1.65;
const COLOURS = { solidarity: '#c4552f', climate: '#2f8a57', paris: '#3a2a86' } as const;

/** Languages whose letters our PDFs can set. */
export const PDF_LOCALES: readonly Locale[] = ['fr', 'en', 'es', 'uk'];

/** Whether a certificate can be set as a PDF; else its page is printed by the browser. */
export function hasPdf(facts: Pick<CertificateFacts, 'holderName' | 'courseTitle' | 'partnerName'>): boolean {
  return [facts.holderName, facts.courseTitle, facts.partnerName].every((text) => canBeSet(text ?? ''));
}

/** `jeudi 12 mars 2026, 18:30 – 20:30`; a part of a date says how long. */
export function dateInWords({ startsAt, endsAt, minutes }: AttendedDate, locale: Locale): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const hours = `${formatParis(start, locale, 'time')} – ${formatParis(end, locale, 'time')}`;
  const isPart = minutes * 60_000 < end.getTime() - start.getTime();
  const part = isPart ? ` (${durationInWords(minutes, locale)})` : '';
  return `${formatParis(start, locale, 'day')}, ${hours}${part}`;
}

/** A certificate on one A4 page; two in large print. */
export async function certificatePdf(facts: CertificateFacts, print: Print): Promise<Buffer> {
  const { locale, brandName, verifyUrl } = print;
  const name = facts.holderName ?? '';
  const title = t(locale, 'recognition.pdf.title', { course: facts.courseTitle, name });
  const pdf = start(title, print, facts.networks);
  pdf.text('H1', t(locale, 'recognition.pdf.heading'), { size: 30, bold: true });
  pdf.text('P', t(locale, 'recognition.pdf.certifies', { brand: brandName }), { size: 13, soft: true, before: 26 });
  pdf.text('P', name, { size: 25, bold: true, before: 4 });
  pdf.text('P', t(locale, 'recognition.pdf.attended'), { size: 13, soft: true, before: 16 });
  pdf.text('H2', facts.courseTitle, { size: 19, bold: true, before: 4, lang: otherThan(locale, facts.courseLocale) });
  const networks = facts.networks.map((network) => t(locale, `common.network.${network}`)).join(' · ');
  pdf.text('P', networks, { size: 13, before: 2 });
  pdf.space(12);
  const dates = facts.dates.map((date) => dateInWords(date, locale)).join('\n');
  pdf.facts(
    [
      { label: t(locale, 'recognition.pdf.dates', { count: facts.dates.length }), value: dates },
      { label: t(locale, 'recognition.pdf.duration'), value: durationInWords(facts.minutes, locale) },
      ...(facts.partnerName ? [{ label: t(locale, 'recognition.pdf.partner'), value: facts.partnerName }] : []),
      { label: t(locale, 'recognition.pdf.issued'), value: formatParis(facts.issuedAt, locale, 'day') },
    ],
    { size: 13, before: 8 },
  );
  pdf.sinkTo(150);
  proof(pdf, facts.code, verifyUrl, locale);
  return pdf.finish();
}

/** One training of a statement. */
export interface StatementLine {
  courseTitle: string;
  dates: readonly AttendedDate[];
  minutes: number;
  /** Code of its certificate, if there is one. */
  code: string | null;
}

/** The trainings and hours of one person in one year. */
export interface Statement {
  year: number;
  holderName: string;
  lines: readonly StatementLine[];
}

/** A statement of trainings and hours, as a table with its sum. */
export async function statementPdf({ year, holderName, lines }: Statement, print: Print): Promise<Buffer> {
  const { locale, brandName } = print;
  const pdf = start(t(locale, 'recognition.statement.title', { year, name: holderName }), print, ['paris']);
  pdf.text('H1', t(locale, 'recognition.statement.heading', { year }), { size: 28, bold: true });
  pdf.text('P', holderName, { size: 19, bold: true, before: 8 });
  pdf.text('P', t(locale, 'recognition.statement.intro', { brand: brandName }), { size: 12, soft: true, before: 4 });
  pdf.space(14);
  const rows = lines.map(({ courseTitle, dates, minutes, code }) => [
    courseTitle,
    dates.map(({ startsAt }) => formatParis(new Date(startsAt), locale, 'day')).join('\n'),
    durationInWords(minutes, locale),
    code ? inGroups(code) : '–',
  ]);
  const head = (['course', 'dates', 'duration', 'code'] as const).map((column) =>
    t(locale, `recognition.statement.${column}`),
  );
  pdf.table(head, rows, [0.36, 0.3, 0.13, 0.21], 11);
  const total = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  const sum = t(locale, 'recognition.statement.total', {
    duration: durationInWords(total, locale),
    count: lines.length,
  });
  pdf.text('P', sum, { size: 14, bold: true, before: 14 });
  pdf.text('P', t(locale, 'recognition.statement.made', { day: formatParis(print.now, locale, 'day') }), {
    size: 11,
    soft: true,
    before: 14,
  });
  pdf.link(print.verifyUrl, t(locale, 'recognition.pdf.linkAlt'), { size: 11 });
  pdf.text('P', t(locale, 'recognition.statement.cec'), { size: 11, soft: true, before: 14 });
  return pdf.finish();
}

function start(title: string, print: Print, networks: readonly (keyof typeof COLOURS)[]): TaggedPdf {
  const { locale, large, brandName: author, now: createdAt } = print;
  const pdf = new TaggedPdf({ title, author, locale, scale: large ? LARGE : 1, createdAt });
  pdf.letterhead(networks.map((network) => COLOURS[network]));
  pdf.text('P', author, { size: 14, bold: true });
  pdf.space(large ? 20 : 44);
  return pdf;
}

function proof(pdf: TaggedPdf, code: string, verifyUrl: string, locale: Locale): void {
  const alt = t(locale, 'recognition.pdf.qrAlt', { url: verifyUrl });
  pdf.codeBeside({ text: verifyUrl, alt, side: 108 }, () => {
    pdf.text('H2', t(locale, 'recognition.pdf.verify'), { size: 13, bold: true });
    pdf.text('P', t(locale, 'recognition.pdf.how', { code: inGroups(code) }), { size: 11, before: 3 });
    pdf.link(verifyUrl, t(locale, 'recognition.pdf.linkAlt'), { size: 11 });
    pdf.text('P', t(locale, 'recognition.pdf.meaning'), { size: 11, soft: true, before: 4 });
  });
}

const otherThan = (locale: Locale, lang: Locale): Locale | undefined => (lang === locale ? undefined : lang);
