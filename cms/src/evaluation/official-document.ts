import { dayInChinese, dayOf } from '@jiedui/shared/calendar';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/**
 * The layout of official documents of China (GB/T 9704-2012, 5.2 and 7): A4 with the margins below, 22 lines of 28
 * characters, the title in 2号小标宋, the text in 3号仿宋, first headings in 3号黑体 and second ones in 3号楷体, page
 * numbers in 4号宋体 between dashes on the outer side.
 */
const MARGINS = { top: 37, bottom: 35, left: 28, right: 26 };
const TEXT_WIDTH = convertMillimetersToTwip(210 - MARGINS.left - MARGINS.right);
/** 22 lines on 225 mm, in twentieths of a point. */
const LINE = 579;
/** Half points: 2号, 3号, 4号 and 5号. */
const SIZE = { title: 44, text: 32, page: 28, small: 21 };
/** One character of 3号, in twentieths of a point. */
const CHARACTER = 320;

/** The hint is for signs that both scripts have: quotation marks and dashes are Chinese ones. */
const face = (eastAsia: string) => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  hint: 'eastAsia' as const,
});
const FACES = {
  title: face('方正小标宋简体'),
  heading: face('黑体'),
  second: face('楷体_GB2312'),
  text: face('仿宋_GB2312'),
  page: face('宋体'),
};

const run = (text: string, more: Partial<IRunOptions> = {}) =>
  new TextRun({ text: clean(text), font: FACES.text, size: SIZE.text, ...more });

/** XML holds no control characters; one that was pasted somewhere must not spoil the document. */
const clean = (text: string): string =>
  [...text].filter((sign) => sign >= ' ' || sign === '\t' || sign === '\n').join('');

const paragraph = (children: TextRun[], more: Partial<IParagraphOptions> = {}) =>
  // Every page holds its 22 lines, whatever paragraph they belong to.
  new Paragraph({
    children,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    widowControl: false,
    ...more,
  });

const INDENT = { indent: { firstLine: 2 * CHARACTER } };
const CENTRED = { alignment: AlignmentType.CENTER };

export type Block = Paragraph | Table;

/** Characters of 2号 in a line of a title. */
const TITLE_LINE = 20;

/** A title; one that is too long for a line is broken before its last words, for a lone character looks wrong. */
export function title(words: string, last = ''): Block {
  const broken = widthOf(words) > TITLE_LINE && last !== '' && words.endsWith(last);
  const lines = broken ? [words.slice(0, -last.length), last] : [words];
  const look = { font: FACES.title, size: SIZE.title };
  return paragraph(
    lines.map((line, at) => run(line, at > 0 ? { ...look, break: 1 } : look)),
    CENTRED,
  );
}

/** In characters: a digit or a letter is half as wide. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (sign < '\u0100' ? 0.5 : 1), 0);
export const heading = (text: string): Block =>
  paragraph([run(text, { font: FACES.heading })], { ...INDENT, keepNext: true });
/** A paragraph; the words before it stand in the face of a second heading. */
export const text = (words: string, lead: string | null = null): Block =>
  paragraph([...(lead ? [run(lead, { font: FACES.second })] : []), run(words)], INDENT);
export const addressee = (words: string): Block => paragraph([run(words)]);
export const empty = (): Block => paragraph([]);
/** What begins the annex, on a page of its own. */
export const annexMark = (words: string): Block =>
  paragraph([run(words, { font: FACES.heading })], { pageBreakBefore: true });
export const smallPrint = (words: string): Block =>
  new Paragraph({ children: [run(words, { font: FACES.page, size: SIZE.small })] });

/** Whom it is from stands centred above the date, the date four characters from the right. */
export function signature(issuer: string, signedAt: string): Block[] {
  const date = dayInChinese(dayOf(signedAt));
  const width = widthOf(date);
  const right = 4 + (width - issuer.length) / 2;
  const at = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * CHARACTER) },
  });
  return [
    paragraph([run(issuer)], { ...at(Math.max(2, right)), keepNext: true }),
    // A longer name stands two characters from the right, and the date is centred below it.
    paragraph([run(date)], at(right < 2 ? 2 + (issuer.length - width) / 2 : 4)),
  ];
}

/** A column of a table, its width in percent. */
export type TableColumn = { words: string; percent: number; left?: boolean };

function cell(words: string, { percent, left }: TableColumn, font = FACES.text): TableCell {
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER;
  const lines = words.split('\n');
  return new TableCell({
    children: lines.map(
      (line) => new Paragraph({ children: [run(line, { font, size: SIZE.page })], alignment }),
    ),
    width: { size: percent, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
  });
}

/** A table over the whole width; its heading is repeated on every page. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Block {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column.words, { ...column, left: false }, FACES.heading)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, at) => cell(row[at] ?? '', column)),
      }),
  );
  return new Table({
    rows: [head, ...body],
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columns.map(({ percent }) => Math.round((TEXT_WIDTH * percent) / 100)),
    layout: TableLayoutType.FIXED,
  });
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: FACES.page,
    size: SIZE.page,
  });
  const side = alignment === AlignmentType.RIGHT ? { right: CHARACTER } : { left: CHARACTER };
  return new Footer({ children: [new Paragraph({ alignment, indent: side, children: [number] })] });
}

/** A Word document in this layout, to which an office adds its letterhead. */
export async function officialDocument(name: string, children: Block[]): Promise<Buffer> {
  const margin = Object.fromEntries(
    Object.entries(MARGINS).map(([side, millimetres]) => [side, convertMillimetersToTwip(millimetres)]),
  );
  const document = new Document({
    title: name,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FACES.text, size: SIZE.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { ...margin, footer: convertMillimetersToTwip(MARGINS.bottom - 7 - 5) },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}
