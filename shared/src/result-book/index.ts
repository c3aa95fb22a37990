import { dec } from '../decimal';
import type { UnitInputs, UnitOutcome } from '../round/outcome';
import type { Rubric } from '../rubric';
import type { Book, BookUnit } from './book';
import { type BookColumn, type Cell, SHEET, type SheetName } from './cell';
import { ENTRY_COLUMNS, entryRows } from './entries-sheet';
import { FACTS_COLUMNS, factsRows } from './facts-sheet';
import { type GroupSize, groupsOf, sizesOf } from './groups';
import { layOut } from './layout';
import { publishedRow } from './published-sheet';
import { rankingHeadings, rankingRow } from './ranking-sheet';
import { rulesOf } from './rules-sheet';
import { sheetHeadings, sheetRows } from './sheets-sheet';
import { sourceHeadings, sourceRows } from './sources-sheet';
import { UNIT_CHECKS, unitHeadings, unitRow } from './units-sheet';

export type { BookColumn, Cell } from './cell';

/** What a result's workbook is made from; the units' inputs are asked for one by one, several times over. */
export type BookInput = {
  rubric: Rubric;
  /** In the order of their places, those of a class together. */
  units: readonly UnitOutcome[];
  classWords: (unitClass: string) => string;
  lines: readonly (readonly [string, string])[];
};

/**
 * A sheet of the workbook. Its rows come unit by unit, `byInputs` from the unit's sheets and else from its outcome
 * alone, or stand there already.
 */
export type BookSheet = {
  name: SheetName;
  columns: readonly BookColumn[];
  fixed: Cell[][];
  byInputs: boolean;
  rows: ((outcome: UnitOutcome, inputs: UnitInputs | null) => Cell[][]) | null;
};

export type BookSizes = ReadonlyMap<string, readonly GroupSize[]>;

/** The rows that a unit's inputs need, asked before the sheets are written. */
export function bookSizes(rubric: Rubric, inputs: UnitInputs | null): readonly GroupSize[] {
  const made = inputs && groupsOf(rubric, inputs);
  return made ? sizesOf(made.groups) : [];
}

/**
 * The workbook of a published result: every level down to the sheets' entries, the numbers of a level being formulas
 * over the one below, with the published values and the differences beside them.
 */
export function resultBook({ rubric, units, classWords, lines }: BookInput, sizes: BookSizes): BookSheet[] {
  const classes = [...new Set(units.map(({ unitClass }) => unitClass))];
  const rules = rulesOf(
    rubric,
    classes.map((code) => ({ code, name: classWords(code) })),
  );
  const layout = layOut(
    rubric,
    units.map(({ unit, unitClass }) => ({ unit, unitClass, sizes: sizes.get(unit) ?? [] })),
  );
  const book: Book = { rubric, rules, layout, classWords };
  const facts = classes.map((code) => {
    const own = units.filter(({ unitClass }) => unitClass === code);
    const totals = own.flatMap(({ score }) => (score?.total ? [dec(score.total)] : []));
    return { name: classWords(code), unitClass: code, units: own.length, totals };
  });
  const headings = unitHeadings(rubric);
  const one = (row: (book: Book, unit: BookUnit) => Cell[]) => (unit: BookUnit) => [row(book, unit)];
  const all = (rows: (book: Book, unit: BookUnit) => Cell[][]) => (unit: BookUnit) => rows(book, unit);
  const byUnit = (name: SheetName, columns: readonly BookColumn[], rows: (unit: BookUnit) => Cell[][]) => ({
    name,
    columns,
    fixed: [],
    byInputs: name !== SHEET.ranking && name !== SHEET.published,
    rows: (outcome: UnitOutcome, inputs: UnitInputs | null) => rows(unitOf(book, outcome, inputs)),
  });
  const whole = (name: SheetName, columns: readonly BookColumn[], fixed: Cell[][]) => ({
    name,
    columns,
    fixed,
    byInputs: false,
    rows: null,
  });
  return [
    whole(SHEET.facts, FACTS_COLUMNS, factsRows(book, { lines, classes: facts })),
    byUnit(SHEET.ranking, rankingHeadings(book), one(rankingRow)),
    byUnit(SHEET.units, [...headings, ...UNIT_CHECKS], one(unitRow)),
    byUnit(SHEET.sources, sourceHeadings(rubric), all(sourceRows)),
    byUnit(SHEET.sheets, sheetHeadings(rubric), all(sheetRows)),
    byUnit(SHEET.entries, ENTRY_COLUMNS, all(entryRows)),
    byUnit(SHEET.published, headings, one(publishedRow)),
    whole(SHEET.rules, RULES_COLUMNS, rules.rows),
  ];
}

function unitOf({ rubric, layout }: Book, outcome: UnitOutcome, inputs: UnitInputs | null): BookUnit {
  const span = layout.units.get(outcome.unit);
  if (!span) throw new Error(`Not laid out: ${outcome.name}`);
  return { outcome, span, scored: inputs && groupsOf(rubric, inputs), metrics: inputs?.metrics ?? {} };
}

const RULES_COLUMNS: readonly BookColumn[] = [
  { header: '规则（冻结的测评体系）', width: 32 },
  ...Array.from({ length: 6 }, () => ({ header: '', width: 16 })),
  { header: '', width: 40 },
  { header: '', width: 24 },
];
