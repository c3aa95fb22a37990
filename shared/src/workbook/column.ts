import type { Words } from '../text/words';
import type { CellValue } from './cell';

/** A record type that a cell may name. */
export type RelationTarget = 'town' | 'department' | 'category' | 'unit' | 'station';

/** A record type that a sheet may bring in; towns come along with the sites that name them. */
export type ImportedResource = 'town' | 'unit' | 'station' | 'pairing' | 'staff' | 'activity';

/** One option of a column and the other words that papers use for it. */
export type Option = { code: string; words: Words; key?: string; also?: readonly string[] };

/** What a cell of a column holds. */
export type ColumnKind =
  /**
   * `name`: a name, in which papers put spaces between the characters; `narrow`: digits and letters only, in which
   * full-width marks mean the same as narrow ones.
   */
  | { kind: 'text'; name?: boolean; narrow?: boolean; maxLength: number }
  | { kind: 'enum'; options: readonly Option[] }
  /** Options that the programme keeps as data; see `PlanInput.venueKinds`. */
  | { kind: 'venueKind' }
  | { kind: 'boolean' }
  | { kind: 'integer'; max: number }
  | { kind: 'minutes'; max: number }
  | { kind: 'date' }
  /** `dayFrom`: a bare time of day takes the day of that field. */
  | { kind: 'datetime'; dayFrom?: string }
  | { kind: 'list'; maxLength: number }
  | { kind: 'relation'; target: RelationTarget }
  // Below: columns of sheets that are drawn from a record type's description.
  | { kind: 'number'; whole: boolean; exact: boolean }
  | { kind: 'time' }
  /** JSON as an export writes it. */
  | { kind: 'structure' }
  | { kind: 'record'; target: string }
  | { kind: 'records'; target: string };

/**
 * One column of a sheet. `aliases`: headings that other papers use. `default`: what a new record gets when the
 * cell is blank. `hint`: not stored, it only tells records of one name apart. `createsOnly`: read for new records
 * and left alone on existing ones.
 */
export type Column = ColumnKind & {
  header: string;
  field: string;
  aliases?: readonly string[];
  required?: boolean;
  default?: string | number | boolean;
  hint?: boolean;
  createsOnly?: boolean;
  pattern?: { test: RegExp; words: Words };
  example: CellValue;
  help: string;
};

/** A sheet of a workbook and the record type that it brings in. `aliases`: sheet names that other papers use. */
export type AnySheet = {
  sheet: string;
  aliases: readonly string[];
  resource: string;
  columns: readonly Column[];
  /** Fields set on new records. */
  extra?: Readonly<Record<string, string | number | boolean>>;
};

/** A sheet of the programme's own workbook. */
export type SheetDefinition = AnySheet & { resource: Exclude<ImportedResource, 'town'> };
