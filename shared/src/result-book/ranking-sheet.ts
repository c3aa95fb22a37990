import { bandIn, indicatorsOf, type Rubric, tieBreakWords } from '../rubric';
import { tieFigure } from '../scoring/ties';
import type { Book, BookUnit } from './book';
import {
  type BookColumn,
  type Cell,
  down,
  formula,
  here,
  literal,
  numberOf,
  numberOrNull,
  on,
  SHEET,
} from './cell';
import type { BandCells } from './rules-sheet';
import { unitColumns } from './units-columns';

const RANK = 2;
const TOTAL = 4;
const BAND = 5;
const PUBLISHED_TOTAL = 8;
export const RANKING_CHECKS = [11, 12, 13];
const EXACT = 14;
const RANKED = 15;
const FIRST_KEY = 16;

/** Worse than any figure. */
const MISSING = -999_999_999;

/** The most bands of any class that have a quota and a band below: each is filled in a column of its own. */
const stagesOf = ({ bands }: BandCells): number[] =>
  bands.flatMap(({ quota }, at) => (quota && at + 1 < bands.length ? [at] : []));

/** Where the bands stand: the one a unit reaches, and after each quota. */
function bandColumns({ rubric }: Book) {
  const natural = FIRST_KEY + rubric.tieBreaks.length;
  return { natural, stage: (index: number) => natural + 1 + index };
}

export function rankingHeadings(book: Book): BookColumn[] {
  const stages = Math.max(
    0,
    ...book.layout.classes.map(({ unitClass }) => stagesOf(book.rules.bands(unitClass)).length),
  );
  return [
    { header: '单位类别', width: 14 },
    { header: '名次', width: 8 },
    { header: '单位', width: 32 },
    { header: '总分', width: 10, points: true },
    { header: '等次', width: 10 },
    { header: '不排名原因', width: 14 },
    { header: '说明', width: 44 },
    { header: '公布总分', width: 10, points: true },
    { header: '公布名次', width: 10 },
    { header: '公布等次', width: 10 },
    { header: '总分核对(应为 0)', width: 12 },
    { header: '名次核对(应为 0)', width: 12 },
    { header: '等次核对(应为 0)', width: 12 },
    { header: '总分(10 位小数)', width: 14 },
    { header: '参加排名', width: 10 },
    ...book.rubric.tieBreaks.map((key) => ({
      header: `同分依据:${tieBreakWords(book.rubric, key).zh}`,
      width: 14,
    })),
    { header: '达到第几档', width: 10 },
    ...Array.from({ length: stages }, (_, at) => ({ header: `名额第 ${at + 1} 次筛选后第几档`, width: 12 })),
  ];
}

/** A unit's place: its total, rank and band by formulas, beside what was published. */
export function rankingRow(book: Book, unit: BookUnit): Cell[] {
  const { outcome, span } = unit;
  const { row } = span;
  const band = bandIn(book.rubric, outcome.unitClass, outcome.band)?.label.zh ?? null;
  const { score } = outcome;
  const head = (rank: Cell, total: Cell, grade: Cell, why: Cell): Cell[] => [
    book.classWords(outcome.unitClass),
    rank,
    outcome.name,
    total,
    grade,
    why,
    notesOf(book.rubric, unit),
    numberOrNull(score?.shown),
    outcome.rank,
    band,
  ];
  if (!score) return head(null, null, null, '没有评分表');
  const shown = numberOrNull(score.shown);
  const total = on(SHEET.units, unitColumns(book.rubric).total, row);
  return [
    ...head(
      formula(rankFormula(book, unit), outcome.rank ?? ''),
      shown === null ? null : formula(`ROUND(${here(EXACT, row)}+1E-9,${book.rules.digits})`, shown),
      formula(bandFormula(book, unit), band ?? ''),
      formula(whyFormula(book, unit), outcome.unranked ? (WHY[outcome.unranked] ?? '') : ''),
    ),
    shown === null ? null : formula(`ROUND(${here(TOTAL, row)}-${here(PUBLISHED_TOTAL, row)},8)`, 0),
    formula(`IF(${here(RANK, row)}=${here(9, row)},0,1)`, 0),
    formula(`IF(${here(BAND, row)}=${here(10, row)},0,1)`, 0),
    score.total === null ? null : formula(`ROUND(${total},10)`, Number(numberOf(score.total).toFixed(10))),
    formula(`IF(${here(6, row)}="",1,0)`, outcome.rank === null ? 0 : 1),
    ...keyCells(book, unit),
    ...bandCells(book, unit),
  ];
}

const WHY: Record<string, string> = { vetoed: '一票否决', noTotal: '没有总分', tooFewRaters: '测评人数不足' };

function whyFormula({ rubric, rules }: Book, { span, outcome }: BookUnit): string {
  const columns = unitColumns(rubric);
  const cell = (column: number) => on(SHEET.units, column, span.row);
  const few = `IF(${cell(columns.raters)}<${rules.minRaters},"${WHY.tooFewRaters}","")`;
  const rest = outcome.score?.total === null ? `"${WHY.noTotal}"` : few;
  return `IF(${cell(columns.vetoes)}>0,"${WHY.vetoed}",${rest})`;
}

/** What a reader asks: with whom a rank is shared, what decided between equal totals, which band was full. */
function notesOf(rubric: Rubric, { outcome }: BookUnit): string | null {
  const { tiedWith, tieBreak, moved, unitClass, score } = outcome;
  const label = (code: string) => bandIn(rubric, unitClass, code)?.label.zh ?? code;
  const notes = [
    ...(score?.vetoes ?? []).map(({ name }) => `一票否决：${name}`),
    ...(tiedWith > 0 ? [`与另外${tiedWith}个单位并列`] : []),
    ...(tieBreak ? [`总分相同，按${tieBreakWords(rubric, tieBreak).zh}排先后`] : []),
    ...moved.map(({ from, to }) => `达到${label(from)}分数线，因名额所限列为${label(to)}`),
  ];
  return notes.length > 0 ? notes.join('；') : null;
}

/** One more than the ranked units of the class that are better: by total, then by each tie-break in turn. */
function rankFormula(book: Book, { span }: BookUnit): string {
  const { first, last } = classSpan(book, span.unitClass);
  const range = (column: number) => down(SHEET.ranking, column, first, last);
  const cell = (column: number) => here(column, span.row);
  const columns = [EXACT, ...book.rubric.tieBreaks.map((_, at) => FIRST_KEY + at)];
  const better = columns.map((column, at) => {
    const equal = columns.slice(0, at).map((one) => `,${range(one)},${cell(one)}`);
    return `COUNTIFS(${range(RANKED)},1${equal.join('')},${range(column)},">"&${cell(column)})`;
  });
  return `IF(${cell(RANKED)}=1,1+${better.join('+')},"")`;
}

function classSpan({ layout }: Book, unitClass: string) {
  const span = layout.classes.find((one) => one.unitClass === unitClass);
  if (!span) throw new Error(`A class without rows: ${unitClass}`);
  return span;
}

/** The figures behind the tie-breaks, larger is better. */
function keyCells({ rubric }: Book, { outcome, span }: BookUnit): Cell[] {
  const columns = unitColumns(rubric);
  return rubric.tieBreaks.map((key): Cell => {
    const figure = outcome.score && tieFigure(key, outcome.score as Parameters<typeof tieFigure>[1]);
    if (!figure) return MISSING;
    const column = columnOfKey(rubric, columns, key);
    const sign = key === 'penalty' ? '-' : '';
    return formula(`ROUND(${sign}${on(SHEET.units, column, span.row)},10)`, figure.toDecimalPlaces(10));
  });
}

function columnOfKey(rubric: Rubric, columns: ReturnType<typeof unitColumns>, key: string): number {
  const [kind, code = ''] = key.split(':');
  switch (kind) {
    case 'dimension':
      return columns.dimension(code);
    case 'indicator':
      return columns.indicator(code);
    case 'source':
      return columns.source(rubric.sources.find((source) => source.code === code)?.code ?? 'district');
    default:
      return columns[kind as 'composite' | 'rawMean' | 'coverage' | 'bonus' | 'penalty'];
  }
}

/** The band that a unit reaches, and the one it is in after each quota, best first from 1. */
function bandCells(book: Book, { outcome, span }: BookUnit): Cell[] {
  const cells = book.rules.bands(outcome.unitClass);
  const { natural, stage } = bandColumns(book);
  const { first, last } = classSpan(book, outcome.unitClass);
  const own = (column: number) => here(column, span.row);
  const range = (column: number) => down(SHEET.ranking, column, first, last);
  const results = placesOf(book, outcome);
  const reached = formula(naturalFormula(book, { outcome, span }), results.natural);
  const stages = stagesOf(cells).map((band, index) => {
    const before = index === 0 ? natural : stage(index - 1);
    const cell = cells.quota[band] ?? '0';
    const quota = cells.bands[band]?.quota;
    const places = quota && 'share' in quota ? `INT(ROUND(${cell}*SUM(${range(RANKED)}),10))` : cell;
    const upTo = `COUNTIFS(${range(RANKED)},1,${range(before)},${band + 1},${range(RANK)},"<="&${own(RANK)})`;
    const full = `IF(${own(before)}=${band + 1},IF(${upTo}>${places},${band + 2},${band + 1}),${own(before)})`;
    return formula(`IF(${own(RANKED)}=1,${full},${own(before)})`, results.after[index] ?? '');
  });
  return [reached, ...stages];
}

/** The same as the engine has placed the unit. */
function placesOf(book: Book, { unitClass, band, moved, unranked, rank }: BookUnit['outcome']) {
  const { bands } = book.rules.bands(unitClass);
  const at = (code: string | null) => bands.findIndex((one) => one.code === code) + 1;
  if (rank === null && unranked !== 'vetoed') return { natural: '', after: [] as number[] };
  const natural = at(moved[0]?.from ?? band);
  const after: number[] = [];
  for (const stage of stagesOf(book.rules.bands(unitClass))) {
    const left = moved.find(({ from }) => at(from) === stage + 1);
    after.push(left ? at(left.to) : (after.at(-1) ?? natural));
  }
  return { natural, after };
}

type Placed = Pick<BookUnit, 'outcome' | 'span'>;

/** A ranked unit's band by its total; a vetoed one's by the total and the vetoes; none for the others. */
function naturalFormula(book: Book, { outcome, span }: Placed): string {
  const { bands, min, afterVeto } = book.rules.bands(outcome.unitClass);
  if (bands.length === 0) return '""';
  const exact = here(EXACT, span.row);
  const own = min.reduceRight(
    (rest, limit, at) => `IF(${exact}>=${limit},${at + 1},${rest})`,
    String(bands.length),
  );
  const byTotal = outcome.score?.total === null ? String(bands.length) : own;
  const columns = unitColumns(book.rubric);
  const limits = indicatorsOf(book.rubric).flatMap(({ indicator: { code, item } }) => {
    if (item.kind !== 'veto' || item.effect === 'zero') return [];
    const at = bands.findIndex((band) => band.code === item.band);
    const limit = literal(at < 0 ? bands.length : at + 1);
    return [`IF(${on(SHEET.units, columns.indicator(code), span.row)}>0,${limit},0)`];
  });
  const worst = limits.length > 0 ? `MAX(${[byTotal, ...limits].join(',')})` : byTotal;
  const vetoed = `IF(${here(6, span.row)}="${WHY.vetoed}",INDEX(${afterVeto},${worst}),"")`;
  return `IF(${here(RANKED, span.row)}=1,${own},${vetoed})`;
}

function bandFormula(book: Book, { outcome, span }: BookUnit): string {
  const cells = book.rules.bands(outcome.unitClass);
  const { natural, stage } = bandColumns(book);
  const stages = stagesOf(cells).length;
  const final = here(stages === 0 ? natural : stage(stages - 1), span.row);
  return cells.bands.length === 0 ? '""' : `IF(${final}="","",INDEX(${cells.labels},${final}))`;
}
