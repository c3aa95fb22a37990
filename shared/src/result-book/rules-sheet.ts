import {
  aggregationWords,
  type Band,
  bandsFor,
  decidedByWords,
  dimensionMax,
  ITEM_KIND_WORDS,
  type ItemRole,
  indicatorsOf,
  itemWords,
  missingSourceWords,
  type Quota,
  type Rubric,
  roleOf,
  rubricMax,
  SOURCE_WORDS,
  type SourceCode,
} from '../rubric';
import { type Cell, down, fixed, numberOf, SHEET } from './cell';

export const ROLE_WORDS: Record<ItemRole, string> = {
  regular: '计分',
  pool: '扣起评分',
  bonus: '加分',
  penalty: '总分扣分',
  veto: '一票否决',
};

/** The cells of a class's bands, best first. `labels` and `afterVeto` are ranges over all of them. */
export type BandCells = {
  bands: readonly Band[];
  min: string[];
  quota: (string | null)[];
  labels: string;
  afterVeto: string;
};

/** The frozen rubric as cells that every other sheet points at. */
export type Rules = {
  rows: Cell[][];
  max: string;
  bonusCap: string;
  penaltyCap: string | null;
  cap: string | null;
  minRaters: string;
  digits: string;
  /** What the rubric's rule for high and low scores needs: from how many raters, or the proportion. */
  dropping: string | null;
  weight: (source: SourceCode) => string;
  sourceMax: (source: SourceCode) => string;
  dimensionMax: (code: string, source?: SourceCode) => string;
  indicatorMax: (code: string) => string;
  base: (dimension: string) => string;
  bands: (unitClass: string) => BandCells;
};

const UNLIMITED = '不限';

/** Rows that are written one after the other, each known by its number afterwards. */
class Rows {
  readonly rows: Cell[][] = [];

  add(...cells: Cell[]): number {
    this.rows.push(cells);
    // The sheet's heading stands above.
    return this.rows.length + 1;
  }
}

/** Writes the rubric down and says where what stands. */
export function rulesOf(rubric: Rubric, classes: readonly { code: string; name: string }[]): Rules {
  const rows = new Rows();
  rows.add('测评体系', rubric.name);
  const cell = (row: number, column = 2) => fixed(SHEET.rules, column, row);
  const limit = (words: string, value: number | undefined) => {
    const row = rows.add(words, value ?? UNLIMITED);
    return value === undefined ? null : cell(row);
  };
  const max = cell(rows.add('满分', numberOf(rubricMax(rubric))));
  const bonusCap = cell(rows.add('加分合计上限', rubric.bonusCap));
  const penaltyCap = limit('总分扣分合计上限', rubric.penaltyCap);
  const cap = limit('总分上限', rubric.cap);
  const minRaters = cell(rows.add('参加排名所需测评人数', rubric.minRaters));
  const digits = cell(rows.add('公布的小数位数', rubric.digits));
  rows.add('等次和名次的依据', decidedByWords(rubric).zh);
  const dropping = droppingRow(rows, rubric);
  rows.add('缺少来源时', missingSourceWords(rubric.missingSource).zh);
  const sources = sourceRows(rows, rubric);
  const indicators = indicatorRows(rows, rubric);
  const bands = new Map(
    classes.map(({ code, name }) => [code, bandRows(rows, bandsFor(rubric, code), name)]),
  );
  return {
    rows: rows.rows,
    max,
    bonusCap,
    penaltyCap,
    cap,
    minRaters,
    digits,
    dropping,
    ...sources,
    ...indicators,
    bands: (unitClass) => known(bands, unitClass),
  };
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Not in the rules: ${key}`);
  return value;
}

function droppingRow(rows: Rows, { aggregation }: Rubric): string | null {
  const words = aggregationWords(aggregation).zh;
  if (aggregation.policy === 'mean') {
    rows.add('同一来源多份评分', '', words);
    return null;
  }
  const value = aggregation.policy === 'dropHighLow' ? aggregation.from : aggregation.proportion;
  return fixed(SHEET.rules, 2, rows.add('同一来源多份评分', value, words));
}

/** Weights, and the full marks of what each source judges, by dimension. */
function sourceRows(rows: Rows, rubric: Rubric): Pick<Rules, 'weight' | 'sourceMax' | 'dimensionMax'> {
  rows.add();
  rows.add('来源', '权重', '满分', ...rubric.dimensions.map(({ name }) => `其中:${name}`));
  const full = rubric.dimensions.map((dimension) => numberOf(dimensionMax(dimension)));
  const whole = rows.add('全部', null, numberOf(rubricMax(rubric)), ...full);
  const at = new Map<string, number>(
    rubric.sources.map(({ code, weight }) => {
      const parts = rubric.dimensions.map((dimension) => numberOf(dimensionMax(dimension, code)));
      return [code, rows.add(SOURCE_WORDS[code].zh, weight, numberOf(rubricMax(rubric, code)), ...parts)];
    }),
  );
  const columns = new Map(rubric.dimensions.map(({ code }, index) => [code, 4 + index]));
  return {
    weight: (source) => fixed(SHEET.rules, 2, known(at, source)),
    sourceMax: (source) => fixed(SHEET.rules, 3, known(at, source)),
    dimensionMax: (code, source) =>
      fixed(SHEET.rules, known(columns, code), source ? known(at, source) : whole),
  };
}

function indicatorRows(rows: Rows, rubric: Rubric): Pick<Rules, 'indicatorMax' | 'base'> {
  rows.add();
  rows.add('维度', '起评分');
  const bases = new Map(
    rubric.dimensions.map(({ code, name, base }) => [code, rows.add(name, base ?? null)]),
  );
  rows.add();
  rows.add('指标', '分值', '编码', '维度', '作用', '类型', '计分规则', '评分标准', '数据来源');
  const bandName = (code: string) =>
    [rubric.bands, ...Object.values(rubric.bandsByClass)].flat().find((band) => band.code === code)
      ?.label ?? {
      zh: code,
      en: code,
    };
  const at = new Map(
    indicatorsOf(rubric).map(({ dimension, indicator }) => {
      const { code, name, maxPoints, item, standard, dataSource } = indicator;
      const kind = ITEM_KIND_WORDS[item.kind].zh;
      const rule = itemWords(indicator, bandName).zh;
      const role = ROLE_WORDS[roleOf(indicator)];
      const cells = [name, maxPoints, code, dimension.name, role, kind, rule, standard, dataSource];
      return [code, rows.add(...cells.map((value) => value ?? null))];
    }),
  );
  return {
    indicatorMax: (code) => fixed(SHEET.rules, 2, known(at, code)),
    base: (dimension) => fixed(SHEET.rules, 2, known(bases, dimension)),
  };
}

function bandRows(rows: Rows, bands: readonly Band[], name: string): BandCells {
  rows.add();
  rows.add(`等次:${name}`, '最低分', '名额', '占排名单位的比例', '否决后列为第几档');
  const at = bands.map((band, index) =>
    rows.add(band.label.zh, band.min, ...quotaCells(band.quota), afterVeto(bands, index)),
  );
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  return {
    bands,
    min: at.map((row) => fixed(SHEET.rules, 2, row)),
    quota: bands.map(({ quota }, index) =>
      quota ? fixed(SHEET.rules, 'count' in quota ? 3 : 4, at[index] ?? 0) : null,
    ),
    labels: down(SHEET.rules, 1, first, last),
    afterVeto: down(SHEET.rules, 5, first, last),
  };
}

const quotaCells = (quota: Quota | undefined): Cell[] => [
  quota && 'count' in quota ? quota.count : null,
  quota && 'share' in quota ? quota.share : null,
];

/** A vetoed unit takes no place that others are ranked for: it stands in the next band without a quota. */
function afterVeto(bands: readonly Band[], from: number): number {
  const free = bands.findIndex(({ quota }, at) => at >= from && !quota);
  return (free < 0 ? bands.length - 1 : free) + 1;
}
