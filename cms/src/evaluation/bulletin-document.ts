import { type BulletinParagraph, type BulletinTable, sentencesOf } from '@jiedui/shared/round';
import type { IssuedBulletin } from './bulletin';
import {
  addressee,
  annexMark,
  type Block,
  empty,
  heading,
  officialDocument,
  signature,
  smallPrint,
  type TableColumn,
  table,
  text,
  title,
} from './official-document';

const COLUMNS: readonly TableColumn[] = [
  { words: '名次', percent: 14 },
  { words: '单位', percent: 52, left: true },
  { words: '总分', percent: 17 },
  { words: '等次', percent: 17 },
];

const resultTable = ({ rows }: BulletinTable): Block =>
  table(
    COLUMNS,
    rows.map(({ rank, unit, total, band }) => [rank, unit, total, band]),
  );

const paragraphOf = ({ lead, sentences }: BulletinParagraph): Block =>
  text(sentences.map((sentence) => sentence.text).join(''), lead);

/** The annex: a table for each class, and how the result is proved. */
function annex({ bulletin, number, outcomeHash }: IssuedBulletin): Block[] {
  return [
    annexMark('附件'),
    empty(),
    title('测评结果表'),
    ...bulletin.tables.flatMap((one) => [heading(one.title), resultTable(one), empty()]),
    smallPrint(`注：本表依据测评结果第${number}号。结果指纹：${outcomeHash}`),
  ];
}

/** What must be looked at before it is printed; nothing while every sentence holds. */
function warnings({ bulletin, number, last, stale }: IssuedBulletin): Block[] {
  const numbers = sentencesOf(bulletin).filter(({ query }) => query !== null).length;
  const words = [
    ...(last > number ? [`本结果已由第${last}号更正，请以第${last}号为准。`] : []),
    ...(stale > 0
      ? [`文中${numbers}处数据有${stale}处与系统现有数据不一致，印发前请在结果的“通报”页核对。`]
      : []),
  ];
  return words.length === 0 ? [] : [text(`（${words.join('')}）`), empty()];
}

/** The bulletin as a Word document to which an office adds its letterhead. */
export async function bulletinDocument(issued: IssuedBulletin): Promise<Buffer> {
  const { bulletin, issuer, signedAt } = issued;
  return officialDocument(bulletin.title, [
    ...warnings(issued),
    title(bulletin.title, '结果的通报'),
    empty(),
    addressee(bulletin.addressee),
    paragraphOf(bulletin.opening),
    ...bulletin.sections.flatMap((section) => [
      heading(section.heading),
      ...section.paragraphs.map(paragraphOf),
    ]),
    text(bulletin.closing),
    empty(),
    text('附件：测评结果表'),
    empty(),
    empty(),
    ...signature(issuer, signedAt),
    ...annex(issued),
  ]);
}
