import { dayInChinese, dayOf } from '@jiedui/shared/calendar';
import type { BulletinTable } from '@jiedui/shared/round';
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
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { IssuedBulletin } from './bulletin';

/**
 * The layout of official documents of China (GB/T 9704-2012, 5.2 and 7): A4 with the margins below, 22 lines of 28
 * characters, the title in 2号小标宋, the text in 3号仿宋, first headings in 3号黑体, page numbers in 4号宋体 between dashes
 * on the outer side.
 */
const MARGINS = { top: 37, bottom: 35, left: 28, right: 26 };
/** 22 lines on 225 mm, in twentieths of a point. */
const LINE = 579;
/** Half points: 2号, 3号, 4号 and 5号. */
const SIZE = { title: 44, text: 32, page: 28, small: 21 };
/** One character of 3号, in twentieths of a point. */
const CHARACTER = 320;

const face = (eastAsia: string) => ({ eastAsia, ascii: 'Times New Roman', hAnsi: 'Times New Roman' });
const FACES = {
  title: face('方正小标宋简体'),
  heading: face('黑体'),
  text: face('仿宋_GB2312'),
  page: face('宋体'),
};

const run = (text: string, more: Partial<IRunOptions> = {}) =>
  new TextRun({ text, font: FACES.text, size: SIZE.text, ...more });

const paragraph = (children: TextRun[], more: Partial<IParagraphOptions> = {}) =>
  new Paragraph({ children, spacing: { line: LINE, lineRule: LineRuleType.EXACT }, ...more });

const INDENT = { indent: { firstLine: 2 * CHARACTER } };
const CENTRED = { alignment: AlignmentType.CENTER };

const title = (text: string) => paragraph([run(text, { font: FACES.title, size: SIZE.title })], CENTRED);
const heading = (text: string) =>
  paragraph([run(text, { font: FACES.heading })], { ...INDENT, keepNext: true });
const text = (words: string) => paragraph([run(words)], INDENT);
const empty = () => paragraph([]);

/** Whom it is from stands centred above the date, the date four characters from the right. */
function signature({ issuer, signedAt }: IssuedBulletin): Paragraph[] {
  const date = dayInChinese(dayOf(signedAt));
  // A digit is half as wide as a character.
  const width = [...date].reduce((sum, sign) => sum + (/\d/.test(sign) ? 0.5 : 1), 0);
  const right = 4 + Math.max(0, (width - issuer.length) / 2);
  const at = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * CHARACTER) },
  });
  return [paragraph([run(issuer)], { ...at(right), keepNext: true }), paragraph([run(date)], at(4))];
}

const COLUMNS: { key: keyof BulletinTable['rows'][number]; words: string; percent: number }[] = [
  { key: 'rank', words: '名次', percent: 14 },
  { key: 'unit', words: '单位', percent: 52 },
  { key: 'total', words: '总分', percent: 17 },
  { key: 'band', words: '等次', percent: 17 },
];

function cell(words: string, percent: number, font = FACES.text, left = false): TableCell {
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: words, font, size: SIZE.page })], alignment })],
    width: { size: percent, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
  });
}

function resultTable({ rows }: BulletinTable): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: COLUMNS.map(({ words, percent }) => cell(words, percent, FACES.heading)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: COLUMNS.map(({ key, percent }) => cell(row[key], percent, FACES.text, key === 'unit')),
      }),
  );
  return new Table({ rows: [head, ...body], width: { size: 100, type: WidthType.PERCENTAGE } });
}

/** The annex: a table for each class, and how the result is proved. */
function annex({ bulletin, number, outcomeHash }: IssuedBulletin): (Paragraph | Table)[] {
  const proof = `本表依据测评结果第${number}号，结果指纹：${outcomeHash}`;
  return [
    paragraph([run('附件', { font: FACES.heading })], { pageBreakBefore: true }),
    empty(),
    title('测评结果表'),
    ...bulletin.tables.flatMap((table) => [heading(table.title), resultTable(table), empty()]),
    new Paragraph({ children: [new TextRun({ text: proof, font: FACES.page, size: SIZE.small })] }),
  ];
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

/** The bulletin as a Word document to which an office adds its letterhead. */
export async function bulletinDocument(issued: IssuedBulletin): Promise<Buffer> {
  const { bulletin, number, last } = issued;
  const corrected =
    last > number ? [text(`（本结果已由第${last}号更正，请以第${last}号为准。）`), empty()] : [];
  const margin = Object.fromEntries(
    Object.entries(MARGINS).map(([side, millimetres]) => [side, convertMillimetersToTwip(millimetres)]),
  );
  const document = new Document({
    title: bulletin.title,
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
        children: [
          ...corrected,
          title(bulletin.title),
          empty(),
          paragraph([run(bulletin.addressee)]),
          text(bulletin.opening),
          ...bulletin.sections.flatMap((section) => [
            heading(section.heading),
            ...section.paragraphs.map(text),
          ]),
          empty(),
          text('附件：测评结果表'),
          empty(),
          empty(),
          ...signature(issued),
          ...annex(issued),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
