import { dayOf, timeOf } from '@jiedui/shared/calendar';
import { bandsWords } from '@jiedui/shared/rubric';
import { rankRemarks, SUMMARY_WORDS } from '@jiedui/shared/scoring';
import { enumWords, type Locale, type Words } from '@jiedui/shared/text';
import ExcelJS from '@protobi/exceljs';
import type { Summary } from './summary';
import type { ClassSummary, SummaryRow } from './summary-rows';

type Column = {
  header: string;
  width: number;
  numFmt?: string;
  value: (row: SummaryRow, unitClass: string) => string | number | null;
};

/** The summary as a workbook: the ranking of all classes on one sheet, on the other what it was made by. */
export async function summaryWorkbook(summary: Summary, locale: Locale): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const columns = columnsOf(summary, locale);
  const sheet = workbook.addWorksheet(say(WORDS.ranking, locale), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ header, width, numFmt }) => ({
    header,
    width,
    style: numFmt ? { numFmt } : {},
  }));
  sheet.getRow(1).font = { bold: true };
  for (const group of summary.classes) {
    for (const row of group.rows) sheet.addRow(columns.map(({ value }) => value(row, group.unitClass)));
  }
  addFacts(workbook.addWorksheet(say(WORDS.facts, locale)), summary, locale);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const say = (words: Words, locale: Locale) => words[locale];

const WORDS = {
  ranking: { zh: '测评汇总', en: 'Summary' },
  facts: { zh: '说明', en: 'Notes' },
  round: { zh: '轮次', en: 'Round' },
  state: { zh: '状态', en: 'State' },
  rubric: { zh: '测评体系', en: 'Rubric' },
  example: { zh: '示例', en: 'Example' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
  units: { zh: '单位数', en: 'Units' },
  scored: { zh: '有得分', en: 'With a score' },
  ranked: { zh: '已排名', en: 'Ranked' },
} as const;

const number = (value: string | null | undefined) =>
  value === null || value === undefined ? null : Number(value);

function columnsOf({ rubric }: Summary, locale: Locale): Column[] {
  const digits = rubric?.digits ?? 0;
  const points = digits > 0 ? `0.${'0'.repeat(digits)}` : '0';
  const words = (key: keyof typeof SUMMARY_WORDS) => say(SUMMARY_WORDS[key], locale);
  const remarks = (row: SummaryRow) => rankRemarks(row).map((one) => say(one, locale));
  return [
    {
      header: words('unitClass'),
      width: 16,
      value: (_row, unitClass) => say(enumWords('unit', 'unitClass', unitClass), locale),
    },
    { header: words('rank'), width: 8, value: ({ rank }) => rank },
    { header: words('unit'), width: 32, value: ({ unit }) => unit.name },
    { header: words('total'), width: 10, numFmt: points, value: ({ total }) => number(total) },
    { header: words('band'), width: 10, value: ({ band }) => (band ? say(band.words, locale) : null) },
    ...(rubric?.dimensions ?? [])
      .filter(({ max }) => Number(max) > 0)
      .map(({ code, name, max }) => ({
        header: `${name} /${max}`,
        width: 14,
        numFmt: points,
        value: ({ dimensions }: SummaryRow) => number(dimensions[code]),
      })),
    { header: words('raw'), width: 12, numFmt: points, value: ({ rawMean }) => number(rawMean) },
    { header: words('raters'), width: 10, value: ({ raters }) => raters },
    {
      header: `${words('coverage')} %`,
      width: 12,
      numFmt: '0',
      value: ({ coverage }) => number(coverage?.percent),
    },
    { header: words('note'), width: 60, value: (row) => remarks(row).join(locale === 'zh' ? ';' : '; ') },
  ];
}

function addFacts(sheet: ExcelJS.Worksheet, summary: Summary, locale: Locale): void {
  const { round, rubric, updatedAt, classes } = summary;
  const put = (words: Words, value: string | number | null) => sheet.addRow([say(words, locale), value]);
  put(WORDS.round, round.name);
  put(WORDS.state, say(enumWords('round', 'state', round.state), locale));
  if (rubric)
    put(WORDS.rubric, rubric.example ? `${rubric.name} (${say(WORDS.example, locale)})` : rubric.name);
  put(WORDS.updatedAt, updatedAt && `${dayOf(updatedAt)} ${timeOf(updatedAt)}`);
  sheet.addRow([]);
  const heads = ['unitClass', 'units', 'scored', 'ranked', 'mean', 'median', 'band'] as const;
  const headings: Record<string, Words> = { ...WORDS, ...SUMMARY_WORDS };
  sheet.addRow(heads.map((key) => headings[key]?.[locale])).font = { bold: true };
  for (const group of classes) sheet.addRow(factsOf(group, locale));
  sheet.columns.forEach((column, at) => {
    column.width = at === 1 || at === heads.length - 1 ? 40 : 16;
  });
}

const factsOf = ({ unitClass, units, scored, ranked, mean, median, bands }: ClassSummary, locale: Locale) => [
  say(enumWords('unit', 'unitClass', unitClass), locale),
  units,
  scored,
  ranked,
  number(mean),
  number(median),
  say(bandsWords(bands), locale),
];
