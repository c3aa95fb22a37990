import { checkRubric } from '../check-rubric';
import { freeDimensionCode, freeIndicatorCode } from '../codes';
import type { Finding } from '../finding';
import type { Dimension, Indicator, Rubric } from '../schema';
import { dimensionSchema, rubricSchema } from '../schema';
import { usualWeights } from '../sources';
import { namedBands } from './band-names';
import { codeCell, codeTrouble } from './code-cell';
import { REQUIRED_COLUMNS, type RubricRow } from './columns';
import { readIndicator } from './read-row';
import { type RowError, rowError } from './row-error';
import { foldCell, proseCell, readNumber } from './text-cell';
import type { RubricSettings } from './to-rows';

/** A rubric read from a workbook with what is to be said about it, or the cells that cannot be read. */
export type RubricRead = { rubric: Rubric; findings: Finding[] } | { errors: RowError[] };

/**
 * Reads the rows of a rubric workbook, one an indicator, under the settings given. Blank rows are passed over; an
 * empty 维度 repeats the row above (merged cells), an empty code is made. All or nothing: with any error there is no
 * rubric. Findings about a single indicator come as errors of its row; those that the settings decide (weights,
 * bands …), which a workbook does not hold, come as findings.
 * @throws ZodError when the settings themselves are no valid rubric settings
 */
export function rubricFromRows(rows: readonly RubricRow[], settings: RubricSettings): RubricRead {
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => proseCell(cell) !== ''));
  const missing = missingColumns(filled);
  if (missing.length > 0) return { errors: missing };
  const gathered = gather(filled);
  if (gathered.errors.length > 0) return { errors: gathered.errors };
  const dimensions = gathered.dimensions.map(({ rows: _rows, ...rest }) => rest);
  const sources = settings.sources ?? usualWeights(dimensions.flatMap(({ indicators }) => indicators));
  const rubric = namedBands(rubricSchema.parse({ ...settings, ...(sources ? { sources } : {}), dimensions }));
  const findings = checkRubric(rubric);
  const located = findings.flatMap((finding) => locate(finding, gathered.dimensions));
  if (located.length > 0) return { errors: located };
  return { rubric, findings };
}

function missingColumns(rows: readonly RubricRow[]): RowError[] {
  const first = rows[0];
  if (!first)
    return [
      rowError(1, '指标', null, 'empty', '表头下至少填写一行指标', 'at least one row below the headings'),
    ];
  const known = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  return REQUIRED_COLUMNS.filter((column) => !known.has(column)).map((column) =>
    rowError(
      Math.max(first.row - 1, 1),
      column,
      null,
      'missingColumn',
      `表头要有“${column}”一列`,
      `a column headed ${column}`,
    ),
  );
}

interface GatheredDimension extends Dimension {
  /** Row of each indicator, by position. */
  rows: RubricRow[];
}

interface Gathered {
  dimensions: GatheredDimension[];
  errors: RowError[];
  /** Codes that are written somewhere or made already, so that none is made twice. */
  taken: { dimensions: Set<string>; indicators: Set<string> };
}

function gather(rows: readonly RubricRow[]): Gathered {
  const gathered: Gathered = {
    dimensions: [],
    errors: [],
    taken: {
      dimensions: new Set(rows.map(({ cells }) => codeCell(cells.维度编码))),
      indicators: new Set(rows.map(({ cells }) => codeCell(cells.指标编码))),
    },
  };
  const rowOfCode = new Map<string, number>();
  let current: GatheredDimension | null = null;
  for (const row of rows) {
    current = enterDimension(gathered, row, current);
    const dimension = current;
    const read = readIndicator(row, () => madeCode(gathered, dimension));
    if ('errors' in read) {
      gathered.errors.push(...read.errors);
      continue;
    }
    const { code } = read.indicator;
    const before = rowOfCode.get(code);
    if (before !== undefined) {
      gathered.errors.push(
        rowError(
          row.row,
          '指标编码',
          row.cells.指标编码 ?? code,
          'duplicate',
          `编码不能重复，第 ${before} 行已用`,
          `another code, row ${before} has it`,
        ),
      );
    }
    rowOfCode.set(code, before ?? row.row);
    if (current) addIndicator(current, read.indicator, row);
  }
  return gathered;
}

/** The code of an indicator for which none is written, as the builder makes it. */
function madeCode({ taken }: Gathered, dimension: GatheredDimension | null): string {
  const code = freeIndicatorCode(taken.indicators, dimension ?? { code: 'A', indicators: [] });
  taken.indicators.add(code);
  return code;
}

function addIndicator(dimension: GatheredDimension, indicator: Indicator, row: RubricRow): void {
  dimension.indicators.push(indicator);
  dimension.rows.push(row);
}

/** The dimension that a row belongs to: named by code or name, else the one of the row above. */
function enterDimension(
  gathered: Gathered,
  row: RubricRow,
  above: GatheredDimension | null,
): GatheredDimension | null {
  const { cells } = row;
  const code = codeCell(cells.维度编码);
  const name = proseCell(cells.维度);
  if (!code && !name && !above) {
    gathered.errors.push(
      rowError(row.row, '维度', null, 'required', '填写维度名称', 'the name of the dimension'),
    );
    return null;
  }
  const found =
    !code && !name
      ? above
      : gathered.dimensions.find((one) => (code ? one.code === code : one.name === name));
  if (found && code && name && found.name !== name) {
    gathered.errors.push(
      rowError(
        row.row,
        '维度',
        name,
        'conflict',
        `维度编码 ${code} 前面叫“${found.name}”`,
        `${code} is ${found.name} above`,
      ),
    );
  }
  const dimension = found ?? startDimension(gathered, row, code, name || code);
  setBase(gathered, row, dimension);
  return dimension;
}

function startDimension(
  { dimensions, errors, taken }: Gathered,
  row: RubricRow,
  code: string,
  name: string,
): GatheredDimension {
  const notCode = code ? codeTrouble(code) : null;
  if (notCode) errors.push(rowError(row.row, '维度编码', code, 'invalid', notCode.zh, notCode.en));
  if (!dimensionSchema.shape.name.safeParse(name).success) {
    errors.push(rowError(row.row, '维度', name, 'invalid', '200 字以内', 'at most 200 characters'));
  }
  const own = code || freeDimensionCode(taken.dimensions);
  taken.dimensions.add(own);
  const dimension = { code: own, name, indicators: [], rows: [] };
  dimensions.push(dimension);
  return dimension;
}

function setBase(gathered: Gathered, row: RubricRow, dimension: GatheredDimension): void {
  const cell = row.cells.维度起评分;
  if (foldCell(cell) === '') return;
  const base = readNumber(String(cell));
  if (base === null || base <= 0) {
    gathered.errors.push(
      rowError(row.row, '维度起评分', cell, 'notNumber', '填大于 0 的数，如 100', 'a number above 0'),
    );
  } else if (dimension.base !== undefined && dimension.base !== base) {
    gathered.errors.push(
      rowError(
        row.row,
        '维度起评分',
        cell,
        'conflict',
        `同一维度只能有一个起评分，前面是 ${dimension.base}`,
        `the same as before: ${dimension.base}`,
      ),
    );
  } else {
    dimension.base = base;
  }
}

/** Findings about an indicator that only the settings decide, which are made after the upload. */
const OF_SETTINGS = ['unsourceable', 'vetoBandUnknown'];

/** A finding about one indicator as an error of its row. */
function locate(
  { severity, path, code, message }: Finding,
  dimensions: readonly GatheredDimension[],
): RowError[] {
  const [top, d, list, i, field] = path;
  if (severity !== 'error' || top !== 'dimensions' || list !== 'indicators') return [];
  const row = dimensions[Number(d)]?.rows[Number(i)];
  if (row === undefined || OF_SETTINGS.includes(code)) return [];
  const column = field === 'maxPoints' ? '分值' : field === 'sources' ? '评价主体' : '选项';
  return [rowError(row.row, column, row.cells[column], code, message.zh, message.en)];
}
