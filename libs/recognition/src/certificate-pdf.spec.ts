import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CertificateFacts } from './certificate.queries.js';
import { certificatePdf, hasPdf, type Print, type Statement, statementPdf } from './certificate-pdf.js';

/** A node of the structure tree as a reader of PDF sees it. */
interface Node {
  role?: string;
  alt?: string;
  lang?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

const facts: CertificateFacts = {
  id: '00000000-0000-4000-8000-000000000001',
  code: '4F7K92MQX0TB',
  volunteerId: '00000000-0000-4000-8000-000000000002',
  holderName: 'Zoë Ménard-Lœuil',
  locale: 'fr',
  courseId: '00000000-0000-4000-8000-000000000003',
  courseSlug: 'aller-vers',
  courseTitle: 'Aller vers : les premiers mots',
  courseSummary: 'Une soirée pour apprendre.',
  courseLocale: 'fr',
  networks: ['solidarity', 'climate'],
  partnerName: 'Association de démonstration',
  dates: [
    { startsAt: '2026-11-20T17:30:00Z', endsAt: '2026-11-20T19:30:00Z', minutes: 90 },
    { startsAt: '2026-11-27T17:30:00Z', endsAt: '2026-11-27T19:30:00Z', minutes: 120 },
  ],
  minutes: 210,
  issuedAt: new Date('2026-11-27T20:00:00Z'),
  revokedAt: null,
  revocationReason: null,
  revocationNote: null,
  sharedAt: null,
  subjectId: '00000000-0000-4000-8000-000000000004',
};
const print: Print = {
  locale: 'fr',
  large: false,
  brandName: 'Volontaires de Paris',
  verifyUrl: 'https://volontaires.example/verifier/4F7K92MQX0TB',
  now: new Date('2026-11-28T10:00:00Z'),
};
const statement: Statement = {
  year: 2026,
  holderName: 'Zoë Ménard-Lœuil',
  lines: [
    { courseTitle: facts.courseTitle, dates: facts.dates, minutes: 210, code: facts.code },
    { courseTitle: 'Îlots de fraîcheur', dates: facts.dates.slice(0, 1), minutes: 90, code: null },
  ],
};

const read = (bytes: Buffer): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise;

async function treeOf(document: PDFDocumentProxy): Promise<Node[]> {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    node.children?.forEach(visit);
  };
  for (let number = 1; number <= document.numPages; number++)
    visit((await (await document.getPage(number)).getStructTree()) as Node);
  return nodes;
}

async function textOf(document: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join(' ').replace(/\s+/g, ' ');
}

/** Content of the pages, as operators. */
function contentsOf(bytes: Buffer): string[] {
  const file = bytes.toString('latin1');
  return [...file.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .filter((content) => content.startsWith('1 0 0 -1 0'));
}

/** Lines that draw or write outside of any tag and artifact: PDF/UA allows none (ISO 14289-1, 7.1). */
function untaggedIn(content: string): string[] {
  let depth = 0;
  return content.split('\n').filter((line) => {
    if (/\b(BDC|BMC)$/.test(line)) depth++;
    if (/^EMC$/.test(line)) depth--;
    return depth === 0 && /(^|\s)(Tj|TJ|f\*?|S|s|B|b|Do)$/.test(line);
  });
}

/** What a telephone reads on the printed page. */
async function codeOn(document: PDFDocumentProxy, number = 1): Promise<string | undefined> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1.4 });
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: never; context: never };
  };
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = (context as CanvasRenderingContext2D).getImageData(
    0,
    0,
    Math.ceil(viewport.width),
    Math.ceil(viewport.height),
  );
  return jsQR.default(data, width, height)?.data;
}

describe('the PDF of a certificate', () => {
  it.each([
    ['fr', 'Attestation de formation', 'Durée de présence 3 h 30'],
    ['en', 'Training certificate', 'Time attended 3 h 30 min'],
  ] as const)('is tagged in reading order, with its language and title, in %s', async (locale, heading, duration) => {
    const bytes = await certificatePdf(facts, { ...print, locale });
    const document = await read(bytes);
    expect(document.numPages).toBe(1);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const { info, metadata } = (await document.getMetadata()) as unknown as {
      info: Record<string, string>;
      metadata: { getRaw(): string };
    };
    expect(info).toMatchObject({ Language: locale, Title: expect.stringContaining('Zoë Ménard-Lœuil') as string });
    expect(metadata.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(metadata.getRaw()).toContain('Aller vers');
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    const nodes = await treeOf(document);
    const roles = nodes.map(({ role }) => role).filter(Boolean);
    expect(roles.slice(0, 4)).toEqual(['Root', 'Document', 'P', 'H1']);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    for (const role of ['H2', 'L', 'LI', 'Lbl', 'LBody', 'Figure', 'Link']) expect(roles).toContain(role);
    expect(nodes.find(({ role }) => role === 'Figure')?.alt).toContain(print.verifyUrl);
    const text = await textOf(document);
    for (const words of [heading, 'Zoë Ménard-Lœuil', duration, '4F7K-92MQ-X0TB', print.verifyUrl])
      expect(text).toContain(words);
  });

  it('leaves nothing outside of tags, on every page, and makes the tabulator follow the structure', async () => {
    for (const bytes of [
      await certificatePdf(facts, print),
      await certificatePdf(facts, { ...print, large: true }),
      await statementPdf(statement, print),
    ]) {
      const contents = contentsOf(bytes);
      expect(contents).toHaveLength((await read(bytes)).numPages);
      expect(contents.flatMap(untaggedIn)).toEqual([]);
      expect(contents.join('\n')).toContain('BDC');
      const file = bytes.toString('latin1');
      expect(file.match(/\/Tabs \/S/g)).toHaveLength(contents.length);
      expect(file).toMatch(/\/FontFile[23]/);
      expect(file).not.toMatch(/\/BaseFont \/Helvetica/);
    }
  });

  it('finds what is outside of tags', () => {
    expect(untaggedIn('/P BDC\n[<00> 0] TJ\nEMC\n10 10 m\nS')).toEqual(['S']);
  });

  it('has a square code that leads where it says, also in large print', async () => {
    expect(await codeOn(await read(await certificatePdf(facts, print)))).toBe(print.verifyUrl);
    const large = await read(await certificatePdf(facts, { ...print, large: true }));
    expect(await codeOn(large, large.numPages)).toBe(print.verifyUrl);
  });

  it('has no letter below 18 points in large print', async () => {
    const document = await read(await certificatePdf(facts, { ...print, large: true }));
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const sizes = items.flatMap((item) => ('str' in item && item.str.trim() ? [item.height] : []));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
    }
  });

  it('sets Cyrillic, and leaves Arabic to the page', async () => {
    const bytes = await certificatePdf({ ...facts, holderName: 'Оксана Шевченко' }, { ...print, locale: 'uk' });
    expect(await textOf(await read(bytes))).toContain('Оксана Шевченко');
    expect(hasPdf(facts)).toBe(true);
    expect(hasPdf({ ...facts, holderName: 'ليلى حداد' })).toBe(false);
    expect(hasPdf({ ...facts, holderName: 'Lina 🌿' })).toBe(false);
  });

  it('marks a title in another language than the page', async () => {
    const document = await read(await certificatePdf(facts, { ...print, locale: 'en' }));
    const title = (await treeOf(document)).find(({ role, lang }) => role === 'H2' && lang === 'fr');
    expect(title).toBeDefined();
  });
});

describe('a statement of the year', () => {
  it('is a table with column headings and a sum', async () => {
    const document = await read(await statementPdf(statement, print));
    const roles = (await treeOf(document)).map(({ role }) => role);
    expect(roles.filter((role) => role === 'TR')).toHaveLength(3);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(4);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(8);
    const text = (await textOf(document)).replace(/\u00a0/g, ' ');
    expect(text).toContain('Total : 5 h en 2 formations.');
    expect(text).toContain('Relevé de formations 2026');
  });

  it('goes on on further pages', async () => {
    const [line] = statement.lines;
    const lines = Array.from({ length: 40 }, () => line as Statement['lines'][number]);
    const document = await read(await statementPdf({ ...statement, lines }, print));
    expect(document.numPages).toBeGreaterThan(1);
    expect((await treeOf(document)).filter(({ role }) => role === 'TR')).toHaveLength(41);
  });
});
