import type { UnitReport } from '@jiedui/shared/round';
import {
  addressee,
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

/** A unit's report with what makes it an official paper. */
export type IssuedReport = {
  report: UnitReport;
  issuer: string;
  signedAt: string;
  number: number;
  last: number;
  outcomeHash: string;
};

const DIMENSIONS: readonly TableColumn[] = [
  { words: '维度', percent: 36, left: true },
  { words: '得分', percent: 16 },
  { words: '满分', percent: 14 },
  { words: '得分率', percent: 16 },
  { words: '同类中位数', percent: 18 },
];
const LOST: readonly TableColumn[] = [
  { words: '指标', percent: 30, left: true },
  { words: '失分', percent: 13 },
  { words: '分值', percent: 12 },
  { words: '主要原因', percent: 45, left: true },
];
const NUMERALS = ['一', '二', '三', '四', '五'];

function sectionsOf({ result, dimensions, noMedian, lost, lift, appeal }: UnitReport): [string, Block[]][] {
  const parts: [string, Block[]][] = [
    ['测评结果', result.map((words) => text(words))],
    [
      '各维度得分',
      dimensions.length === 0
        ? []
        : [
            table(
              DIMENSIONS,
              dimensions.map(({ name, points, max, percent, median }) => [
                name,
                points,
                max,
                percent,
                median,
              ]),
            ),
            ...(noMedian ? [smallPrint(`注：${noMedian}`)] : []),
          ],
    ],
    [
      '失分情况',
      lost.length === 0
        ? []
        : [
            table(
              LOST,
              lost.map((one) => [one.name, one.lost, one.max, one.reasons.join('\n') || '—']),
            ),
          ],
    ],
    ['改进方向', lift.map((words) => text(words))],
    ['申诉', appeal.map((words) => text(words))],
  ];
  return parts.filter(([, blocks]) => blocks.length > 0);
}

/** A unit's report as a Word document, laid out like the bulletin. */
export async function unitReportDocument(issued: IssuedReport): Promise<Buffer> {
  const { report, issuer, signedAt, number, last, outcomeHash } = issued;
  const corrected =
    last > number ? [text(`（本结果已由第${last}号更正，请以第${last}号为准。）`), empty()] : [];
  return officialDocument(report.title, [
    ...corrected,
    title(report.title),
    empty(),
    addressee(report.addressee),
    text(report.opening),
    ...sectionsOf(report).flatMap(([words, blocks], at) => [heading(`${NUMERALS[at]}、${words}`), ...blocks]),
    empty(),
    ...signature(issuer, signedAt),
    empty(),
    smallPrint(`依据测评结果第${number}号。结果指纹：${outcomeHash}`),
  ]);
}
