import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Locale } from '#platform/kernel';

const require = createRequire(import.meta.url);
const FONT_FOLDER = '@expo-google-fonts/source-sans-3';
const fontFile = (name: string): Buffer => readFileSync(require.resolve(`${FONT_FOLDER}/${name}.ttf`));
const fonts = {
  regular: fontFile('400Regular/SourceSans3_400Regular'),
  bold: fontFile('700Bold/SourceSans3_700Bold'),
};

const INK = '#211f33';
const SOFT = '#55536a';
const LINK = '#3a2a86';
const LINE = '#b9b6cc';

/** Millimetre in points. */
const MM = 72 / 25.4;
const MARGIN = 20 * MM;

/** How a piece of text looks; sizes are those of normal print. */
export interface Look {
  size: number;
  bold?: boolean;
  soft?: boolean;
  /** Space before, in points. */
  before?: number;
  /** Language, where it is not that of the document. */
  lang?: Locale | undefined;
}

/** What the document is, for its metadata. */
export interface PdfFrame {
  title: string;
  /** Who publishes it. */
  author: string;
  locale: Locale;
  /** 1, or more for large print. */
  scale: number;
  createdAt: Date;
}

type Element = PDFKit.PDFStructureElement;

/** What a structure element may say besides its type (ISO 32000-1, tables 323 and 341 to 349). */
interface ElementOptions {
  lang?: string;
  alt?: string;
  bbox?: [number, number, number, number];
  placement?: 'Block';
  scope?: 'Column';
}

/**
 * A document of A4 pages whose content is all tagged, in the order it is read (ISO 14289-1, PDF/UA): what is not an
 * artifact is in the structure tree. Pieces follow each other down the page.
 */
export class TaggedPdf {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Element;
  private readonly chunks: Buffer[] = [];
  private readonly scale: number;
  private readonly french: boolean;

  constructor({ title, author, locale, scale, createdAt }: PdfFrame) {
    this.scale = scale;
    this.french = locale === 'fr';
    // The types of the library know neither this subset nor the newer options of structure elements.
    const subset = 'PDF/UA' as 'PDF/A-1';
    this.doc = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      pdfVersion: '1.7',
      subset,
      tagged: true,
      lang: locale,
      displayTitle: true,
      info: { Title: title, Author: author, Creator: author, CreationDate: createdAt, ModDate: createdAt },
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    this.root = this.element('Document');
    this.doc.addStructure(this.root);
  }

  /** Width between the margins. */
  get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  /** A heading or paragraph. */
  text(type: 'H1' | 'H2' | 'P', text: string, look: Look): void {
    this.root.add(this.piece(type, text, look));
  }

  /** Facts with their names, as a list of label and value. */
  facts(facts: readonly { label: string; value: string }[], look: Look): void {
    const list = this.element('L');
    this.root.add(list);
    for (const { label, value } of facts) {
      const item = this.element('LI');
      list.add(item);
      item.add(this.piece('Lbl', label, { ...look, size: look.size * 0.85, soft: true }));
      const body = this.element('LBody');
      item.add(body);
      for (const line of value.split('\n')) body.add(this.piece('P', line, { ...look, before: 0 }));
    }
  }

  /** A table with a row of column headings. @param shares width of each column, adding up to 1 */
  table(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[], size: number): void {
    const table = this.element('Table');
    this.root.add(table);
    this.row(table, head, shares, { size, bold: true }, 'TH');
    for (const cells of rows) this.row(table, cells, shares, { size }, 'TD');
    this.doc.x = MARGIN;
  }

  /** The square code of an address beside what it is for; alternative text says where it leads. */
  codeBeside(code: { text: string; alt: string; side: number }, beside: (width: number) => void): void {
    const side = code.side * Math.min(this.scale, 1.3);
    const gap = 14;
    this.keepTogether(side + 40);
    const top = this.doc.y + 14;
    this.artifact(() =>
      this.doc
        .moveTo(MARGIN, top - 8)
        .lineTo(MARGIN + this.width, top - 8)
        .lineWidth(0.7)
        .stroke(LINE),
    );
    const bbox: [number, number, number, number] = [MARGIN, top, MARGIN + side, top + side];
    this.root.add(
      this.element('Figure', { alt: code.alt, bbox, placement: 'Block' }, () =>
        this.drawCode(code.text, MARGIN, top, side),
      ),
    );
    this.doc.x = MARGIN + side + gap;
    this.doc.y = top;
    beside(this.width - side - gap);
    this.doc.x = MARGIN;
    this.doc.y = Math.max(this.doc.y, top + side);
  }

  /** An address that can be followed. */
  link(url: string, label: string, look: Look): void {
    const link = this.element('Link', { alt: label });
    const paragraph = this.element('P');
    this.root.add(paragraph);
    paragraph.add(link);
    let box = { x: 0, y: 0, width: 0, height: 0 };
    link.add(() => {
      this.use(look);
      this.doc.fillColor(LINK);
      const room = this.doc.page.width - MARGIN - this.doc.x;
      box = {
        x: this.doc.x,
        y: this.doc.y,
        width: Math.min(room, this.doc.widthOfString(url)),
        height: this.doc.heightOfString(url),
      };
      this.doc.text(url);
    });
    // The annotation is part of the link and says where it leads.
    this.doc.link(box.x, box.y, box.width, box.height, url, {
      structParent: link,
      Contents: new String(label),
    } as unknown as PDFKit.Mixins.AnnotationOption);
  }

  /** The sign of the site and a band of the colours of the networks: ornament, which reading aloud passes over. */
  letterhead(colours: readonly string[]): void {
    this.artifact(() => {
      const width = this.doc.page.width / colours.length;
      colours.forEach((colour, at) => this.doc.rect(at * width, 0, width + 1, 5 * MM).fill(colour));
      this.doc
        .save()
        .translate(MARGIN, 12 * MM)
        .scale(0.9);
      this.doc.path('M20 37C9 33 2 23 3 6c10 2 17 12 17 31Z').fill('#c4552f');
      this.doc.path('M20 37c11-4 18-14 17-31-10 2-17 12-17 31Z').fill('#2f8a57');
      this.doc.circle(20, 8, 5).fill('#e6a93c');
      this.doc.restore();
    });
    this.doc.x = MARGIN + 46;
    this.doc.y = 16 * MM;
  }

  /** Moves down the page, and back to its margin. */
  space(points: number): void {
    this.doc.x = MARGIN;
    this.doc.y += points * this.scale;
  }

  /** Moves down to that many points above the lower margin, if the page has not got there yet. */
  sinkTo(pointsFromBottom: number): void {
    const target = this.doc.page.height - MARGIN - pointsFromBottom * this.scale;
    if (this.doc.y < target) this.doc.y = target;
  }

  /** The finished document. */
  finish(): Promise<Buffer> {
    this.root.end();
    return new Promise((resolve) => {
      this.doc.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.doc.end();
    });
  }

  private element(type: string, options: ElementOptions = {}, draw?: () => void): Element {
    return this.doc.struct(type, options, draw);
  }

  private piece(type: string, text: string, look: Look): Element {
    const options = look.lang ? { lang: look.lang } : {};
    return this.element(type, options, () => {
      this.doc.y += (look.before ?? 0) * this.scale;
      this.use(look);
      // Headings run closer than text: the font has wide leading of its own.
      this.doc.text(this.typeset(text), { lineGap: look.size * this.scale * (type.startsWith('H') ? -0.12 : 0.1) });
    });
  }

  private row(
    table: Element,
    cells: readonly string[],
    shares: readonly number[],
    look: Look,
    type: 'TH' | 'TD',
  ): void {
    this.use(look);
    const padding = 4 * this.scale;
    const widths = shares.map((share) => share * this.width - 8);
    const heights = cells.map((cell, at) => this.doc.heightOfString(cell, { width: widths[at] ?? 0 }));
    const height = Math.max(...heights) + 2 * padding;
    this.keepTogether(height);
    const top = this.doc.y;
    const row = this.element('TR');
    table.add(row);
    let x = MARGIN;
    cells.forEach((cell, at) => {
      const options: ElementOptions = type === 'TH' ? { scope: 'Column' } : {};
      const [left, width] = [x, widths[at] ?? 0];
      row.add(
        this.element(type, options, () => {
          this.use(look);
          this.doc.text(cell, left, top + padding, { width });
        }),
      );
      x += width + 8;
    });
    this.doc.y = top + height;
    const under = this.doc.y;
    this.artifact(() =>
      this.doc
        .moveTo(MARGIN, under)
        .lineTo(MARGIN + this.width, under)
        .lineWidth(0.5)
        .stroke(LINE),
    );
    this.doc.y = under;
  }

  /** French sets a space that does not break before these signs. */
  private typeset(text: string): string {
    return this.french ? text.replace(/ ([:;?!%»])/g, '\u00a0$1') : text;
  }

  private use({ size, bold = false, soft = false }: Look): void {
    this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size * this.scale)
      .fillColor(soft ? SOFT : INK);
  }

  private keepTogether(height: number): void {
    if (this.doc.y + height > this.doc.page.height - MARGIN) this.doc.addPage();
  }

  private drawCode(text: string, left: number, top: number, side: number): void {
    const { data, size } = encode(text, { ecc: 'M', border: 2 });
    const module = side / size;
    this.doc.rect(left, top, side, side).fill('white');
    data.forEach((row, y) =>
      row.forEach((dark, x) => {
        // A hair wider than the module, so that no white line shows between two.
        if (dark) this.doc.rect(left + x * module, top + y * module, module * 1.02, module * 1.02);
      }),
    );
    this.doc.fill('black');
  }

  private artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }
}
