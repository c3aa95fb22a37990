import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { initSync, Model } from '@ironcalc/wasm';
import { outcomeOf, scoreOf, type UnitInputs } from '@jiedui/shared/round';
import {
  indicatorsOf,
  judges,
  RUBRIC_PRESETS,
  type Rubric,
  type RubricPresetCode,
  rubricPreset,
} from '@jiedui/shared/rubric';
import type { Entry, Sheet } from '@jiedui/shared/scoring';
import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeResultBook } from './result-workbook';

beforeAll(() => {
  const engine = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(engine) });
});

type Inputs = Record<string, UnitInputs>;

async function workbookOf(rubric: Rubric, inputs: Inputs, unitClass: (at: number) => string = () => 'key') {
  const roster = Object.keys(inputs).map((name, at) => ({
    documentId: name,
    name,
    unitClass: unitClass(at),
  }));
  const scores = Object.entries(inputs).flatMap(([unit, own]) => {
    const score = scoreOf(rubric, own);
    return score ? [[unit, score] as const] : [];
  });
  const units = outcomeOf({ rubric, roster }, new Map(scores));
  const stream = new PassThrough();
  const input = { rubric, units, classWords: (code: string) => code, lines: [['轮次', '示例']] as const };
  const [bytes] = await Promise.all([
    buffer(stream),
    writeResultBook(
      stream,
      input,
      async (asked) => new Map(asked.map((unit) => [unit, inputs[unit] as UnitInputs])),
    ),
  ]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return { workbook, units };
}

/** The workbook computed anew by another engine, without the results that it brought along. */
function computed(workbook: ExcelJS.Workbook): Model {
  const model = new Model('result', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  workbook.worksheets.forEach((sheet, at) => {
    if (at > 0) model.newSheet();
    model.renameSheet(at, sheet.name);
  });
  workbook.worksheets.forEach((sheet, at) => {
    sheet.eachRow((row, number) => {
      row.eachCell(({ value, formula }, column) => {
        const text = formula ? `=${formula}` : typeof value === 'number' ? String(value) : `'${value}`;
        model.setUserInput(at, number, column, text);
      });
    });
  });
  model.resumeEvaluation();
  model.evaluate();
  return model;
}

type Row = Record<string, string>;

/** The rows of a sheet as the other engine computes them, by their headings. */
function rowsOf(workbook: ExcelJS.Workbook, model: Model, name: string): Row[] {
  const at = workbook.worksheets.findIndex((sheet) => sheet.name === name);
  const sheet = workbook.worksheets[at];
  const headings = (sheet?.getRow(1).values as string[]) ?? [];
  return Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, row) =>
    Object.fromEntries(
      headings.flatMap((heading, column) =>
        heading ? [[heading, model.getFormattedCellValue(at, row + 2, column)]] : [],
      ),
    ),
  );
}

const factsRow = (workbook: ExcelJS.Workbook, model: Model): number =>
  rowsOf(workbook, model, '说明').findIndex((row) => row.测评结果 === '核对不为 0 的单元格') + 2;

function cellsOf(workbook: ExcelJS.Workbook) {
  const cells: { name: string; cell: ExcelJS.Cell }[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => cells.push({ name: sheet.name, cell })));
  return cells;
}

async function expectAddsUp(rubric: Rubric, inputs: Inputs, unitClass?: (at: number) => string) {
  const { workbook, units } = await workbookOf(rubric, inputs, unitClass);
  const model = computed(workbook);
  const ranking = rowsOf(workbook, model, '名次表');
  for (const { name, score, rank } of units) {
    const row = ranking.find((one) => one.单位 === name);
    const told = [row?.总分 === '' ? null : Number(row?.总分), row?.名次, row?.等次];
    const total = score?.shown ? Number(score.shown) : null;
    expect(told, name).toEqual([total, rank === null ? '' : String(rank), row?.公布等次]);
  }
  const checks = ['名次表', '单位汇总', '来源汇总', '评分表', '评分明细'].flatMap((name) =>
    rowsOf(workbook, model, name).flatMap((row) =>
      Object.entries(row)
        .filter(([heading]) => heading.includes('核对'))
        .map(([heading, value]) => [name, row.单位, heading, value]),
    ),
  );
  expect(checks.filter(([, , , value]) => value !== '' && value !== '0')).toEqual([]);
  expect(checks.length).toBeGreaterThan(units.length);
  expect(model.getFormattedCellValue(0, factsRow(workbook, model), 2)).toBe('0');
  expectSameResults(workbook, model);
  return { workbook, model, units };
}

/** What stands in the cells for readers that compute nothing is what the formulas come to. */
function expectSameResults(workbook: ExcelJS.Workbook, model: Model) {
  workbook.worksheets.forEach((sheet, at) => {
    sheet.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        if (!cell.formula) return;
        const value = model.getFormattedCellValue(at, number, column);
        const place = `${sheet.name} ${cell.address} ${cell.formula}`;
        if (typeof cell.result === 'number') expect(Number(value), place).toBeCloseTo(cell.result, 6);
        else expect(value, place).toBe(cell.result ?? '');
      });
    });
  });
}

const missing = fc.constantFrom(
  'notScored' as const,
  'notApplicable' as const,
  'lost' as const,
  'recused' as const,
);
const upTo = (max: number) =>
  fc.integer({ min: 0, max: Math.max(0, Math.round(max * 4)) }).map((quarters) => quarters / 4);

function entryFor({
  item,
  maxPoints,
}: ReturnType<typeof indicatorsOf>[number]['indicator']): fc.Arbitrary<Entry> {
  switch (item.kind) {
    case 'points':
      return fc.record({ points: upTo(maxPoints) });
    case 'deduct':
      return fc.oneof(
        fc.record({ deductions: fc.array(fc.record({ points: upTo(5) }), { maxLength: 12 }) }),
        fc.record({ deducted: upTo(maxPoints * 2) }),
        ...(item.rule.mode === 'perMissing' ? [fc.record({ count: fc.integer({ min: 0, max: 12 }) })] : []),
      );
    case 'level':
      return item.countBy
        ? fc.record({ count: fc.integer({ min: 0, max: 7 }) })
        : fc.record({ level: fc.constantFrom(...item.levels.map(({ code }) => code)) });
    case 'ratio':
      return fc.record({
        numerator: fc.integer({ min: 0, max: 40 }),
        denominator: fc.integer({ min: 1, max: 40 }),
      });
    case 'metric':
      return fc.record({ value: fc.integer({ min: 0, max: 110 }) });
    case 'bonus':
      return fc.record({
        uses: fc.array(
          fc.record({
            option: fc.constantFrom(...item.options.map(({ code }) => code)),
            count: fc.integer({ min: 0, max: 3 }),
          }),
          { maxLength: 3 },
        ),
      });
    case 'veto':
      return fc.record({ triggered: fc.integer({ min: 0, max: 9 }).map((one) => one === 0) });
  }
}

/** Sheets of a unit by every source, with all that may be missing in them. */
function inputsOf(rubric: Rubric): fc.Arbitrary<UnitInputs> {
  const sources = [...rubric.sources.map(({ code }) => code), 'public' as const];
  const sheets = fc.tuple(
    ...[...new Set(sources)].map((source) => {
      const judged = indicatorsOf(rubric).filter(({ indicator }) => judges(source, indicator));
      const entries = fc.record(
        Object.fromEntries(
          judged.map(({ indicator }) => [
            indicator.code,
            fc.oneof(
              { weight: 8, arbitrary: entryFor(indicator) },
              { weight: 1, arbitrary: fc.record({ missing }) },
            ),
          ]),
        ),
      );
      const sheet = fc.record({
        entries,
        lost: fc.integer({ min: 0, max: 9 }),
        rater: fc.integer({ min: 1, max: 9 }),
      });
      return fc.array(sheet, { maxLength: 7 }).map((made) =>
        made.map(
          ({ entries: own, lost, rater }, at): Sheet => ({
            id: `${source}${at}`,
            evaluatorId: `评${rater}`,
            source,
            entries: own,
            ...(lost === 0 ? { missing: 'recused' as const } : {}),
          }),
        ),
      );
    }),
  );
  return sheets.map((made) => ({ sheets: made.flat(), metrics: {} }));
}

const AGGREGATIONS = [
  { policy: 'mean' },
  { policy: 'dropHighLow', from: 5 },
  { policy: 'trimmed', proportion: 0.3 },
] as const;

describe('the workbook of a result', () => {
  it.each(Object.keys(RUBRIC_PRESETS) as RubricPresetCode[])(
    'adds up to what was published, by any engine: %s',
    async (code) => {
      const preset = rubricPreset(code);
      await fc.assert(
        fc.asyncProperty(
          fc.array(inputsOf(preset), { minLength: 1, maxLength: 6 }),
          fc.constantFrom(...AGGREGATIONS),
          fc.constantFrom('reweight' as const, 'noTotal' as const),
          fc.constantFrom('exact' as const, 'shown' as const),
          fc.boolean(),
          async (units, aggregation, missingSource, decidedBy, shared) => {
            const bands = shared
              ? preset.bands.map((band, at) => (at < 2 ? { ...band, quota: { share: 0.3 } } : band))
              : preset.bands;
            const rubric = { ...preset, aggregation, missingSource, decidedBy, bands, minRaters: 2 };
            const inputs = Object.fromEntries(units.map((own, at) => [`单位${at}`, own]));
            await expectAddsUp(rubric, inputs, (at) => (at % 3 === 2 ? 'key' : 'institute'));
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  const fixed = rubricPreset('documentsAndOnSite');
  const sheet = (id: string, more: Partial<Sheet> = {}): Sheet => ({
    id,
    evaluatorId: id,
    source: 'district',
    entries: {
      M1: { points: 18, comment: '=HYPERLINK("http://x","y")' },
      M2: { count: 3 },
      R1: { value: 1 },
      S1: { deductions: [{ reason: '@SUM(1,2)', points: 2.5 }, { points: 1 }] },
      Q1: { numerator: 81, denominator: 90 },
      N2: { triggered: false },
      N3: { triggered: false },
    },
    ...more,
  });
  const three = ['a', 'b', 'c'].map((id) => sheet(id));

  it('keeps what people wrote as text, whatever it begins with', async () => {
    const { workbook } = await workbookOf(fixed, {
      '=1+1': { sheets: three, metrics: {} },
      '-2': { sheets: [], metrics: {} },
    });
    const made = /^(MAX|MIN|ROUND|IF|SUM|AVERAGE|COUNT|MEDIAN|ROWS|ABS|INT|INDEX|[-+(\d]|'[^']+'!|[A-Z]+\d)/;
    for (const { name, cell } of cellsOf(workbook)) {
      if (cell.formula) expect(cell.formula, `${name} ${cell.address}`).toMatch(made);
      expect(cell.formula ?? '', name).not.toMatch(/HYPERLINK|@/);
    }
    const texts = cellsOf(workbook).map(({ cell }) => cell.value);
    for (const text of ['=1+1', '-2', '=HYPERLINK("http://x","y")']) expect(texts).toContain(text);
  });

  it('shows at once where a figure is not what was published', async () => {
    const { workbook } = await workbookOf(fixed, { 甲局: { sheets: three, metrics: {} } });
    const entries = workbook.getWorksheet('评分明细');
    if (!entries) throw new Error('No entries');
    expect(entries.getCell('I2').value).toBe(18);
    entries.getCell('I2').value = 12;
    const model = computed(workbook);
    const [row] = rowsOf(workbook, model, '名次表');
    expect(row?.['总分核对(应为 0)']).toBe('-2');
    expect(Number(model.getFormattedCellValue(0, factsRow(workbook, model), 2))).toBeGreaterThan(0);
  });
});
