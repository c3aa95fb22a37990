import { type Day, dayOf, type Instant } from '../../calendar';
import { type CellValue, cellText, isBlank, type SheetRow } from '../../workbook/cell';
import { cleanName, cleanText, compact } from '../../workbook/clean';
import { readDay } from '../../workbook/dates';
import { isBareTime, readInstant } from '../../workbook/times';
import { minutesBetween } from '../attendance';
import { type IdNumber, readIdNumber } from '../id-number';
import type { IvolunteerField } from './fields';
import type { ExportTable } from './find-table';
import type { Finding } from './findings';
import type { IvolunteerMapping } from './mapping';
import { readDuration } from './read-duration';

/**
 * One row of an export as it was read. `id` may hold a whole number: it goes no further than to its fingerprint.
 * `startText` is what stood for the start, for a row whose start cannot be read.
 */
export type ExportRow = {
  row: number;
  activityNumber: string;
  activityTitle: string;
  organization: string;
  personName: string;
  id: IdNumber;
  idText: string;
  memberNumber: string;
  startText: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
  day: Day | null;
  minutes: number | null;
  enteredAt: Instant | null;
  findings: Finding[];
};

const LONGEST_TEXT = 120;

type Reading = {
  cellOf: (field: IvolunteerField) => CellValue;
  mapping: IvolunteerMapping;
  date1904: boolean;
};

/** Reads the rows of a table by a mapping; what cannot be read is told in the row's findings, never dropped. */
export function rowReader(table: ExportTable, mapping: IvolunteerMapping): (row: SheetRow) => ExportRow {
  const places = new Map(
    Object.entries(mapping.columns).map(([field, wanted]) => [
      field,
      (wanted ?? []).map((heading) => table.headings.indexOf(heading)).filter((at) => at >= 0),
    ]),
  );
  return ({ row, cells }) => {
    const cellOf = (field: IvolunteerField): CellValue =>
      together((places.get(field) ?? []).map((at) => cells[at]));
    return readRow(row, { cellOf, mapping, date1904: table.date1904 });
  };
}

/** Several cells as one text; a single one stays what it is, for a day and a time know more than their text. */
function together(cells: readonly (CellValue | undefined)[]): CellValue {
  const filled = cells.filter((cell): cell is CellValue => !isBlank(cell));
  if (filled.length <= 1) return filled[0] ?? null;
  return filled.map(partText).join(' ');
}

/** A day shows no time, and a time no day. */
const partText = (cell: CellValue): string => cellText(cell).replace(/^1(899-12-3[01]|900-01-0[01]) /, '');

function readRow(row: number, reading: Reading): ExportRow {
  const text = (field: IvolunteerField) => cleanText(cellText(reading.cellOf(field))).slice(0, LONGEST_TEXT);
  const idText = compact(cellText(reading.cellOf('idNumber')));
  const times = readTimes(reading);
  return {
    row,
    activityNumber: compact(text('activityNumber')),
    activityTitle: text('activityTitle'),
    organization: text('organization'),
    personName: cleanName(text('personName')).slice(0, 60),
    id: readIdNumber(idText),
    idText,
    memberNumber: compact(text('memberNumber')).slice(0, 60),
    enteredAt: instantOf(reading, 'enteredAt', null),
    ...times,
  };
}

type Times = Pick<ExportRow, 'startText' | 'startsAt' | 'endsAt' | 'day' | 'minutes' | 'findings'>;

function readTimes(reading: Reading): Times {
  const { cellOf } = reading;
  const startCell = isBlank(cellOf('startsAt')) ? cellOf('day') : cellOf('startsAt');
  const startText = cellText(startCell).slice(0, LONGEST_TEXT);
  const ownDay = dayIn(reading, cellOf('day'));
  const startsAt = instantOf(reading, 'startsAt', ownDay);
  const day = startsAt ? dayOf(startsAt) : (ownDay ?? dayIn(reading, cellOf('startsAt')));
  const findings: Finding[] = [];
  if (!day) findings.push({ code: startText === '' ? 'noDay' : 'unreadableStart', found: startText });
  const endsAt = instantOf(reading, 'endsAt', day);
  const length = readLength(reading, startsAt, endsAt);
  const kept = length.finding?.code === 'endBeforeStart' ? null : endsAt;
  if (length.finding) findings.push(length.finding);
  return { startText, startsAt, endsAt: kept, day, minutes: length.minutes, findings };
}

function readLength({ cellOf, mapping }: Reading, startsAt: Instant | null, endsAt: Instant | null) {
  const between = startsAt && endsAt ? minutesBetween(startsAt, endsAt) : null;
  const fail = (code: Finding['code'], found: string) => ({ minutes: null, finding: { code, found } });
  if (between !== null && between <= 0) return fail('endBeforeStart', cellText(cellOf('endsAt')));
  const cell = cellOf('minutes');
  if (!isBlank(cell)) {
    const read = readDuration(cell, mapping.durationUnit);
    return read.ok ? { minutes: read.minutes, finding: null } : fail(read.code, cellText(cell).slice(0, 40));
  }
  if (between !== null) {
    if (between > 24 * 60) return fail('tooManyMinutes', String(between));
    return { minutes: between, finding: null };
  }
  const endText = cellText(cellOf('endsAt')).slice(0, 40);
  return endText === '' || endsAt ? fail('noMinutes', '') : fail('unreadableEnd', endText);
}

function instantOf(
  reading: Reading,
  field: 'startsAt' | 'endsAt' | 'enteredAt',
  day: Day | null,
): Instant | null {
  const cell = inOrder(reading.cellOf(field), reading.mapping);
  if (isBlank(cell)) return null;
  if (isBareTime(cell) && !day) return null;
  const read = readInstant(cell, day, reading.date1904);
  return read.ok ? read.value : null;
}

function dayIn(reading: Reading, cell: CellValue): Day | null {
  if (isBlank(cell)) return null;
  const read = readDay(inOrder(cell, reading.mapping), reading.date1904);
  return read.ok ? read.value : null;
}

const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;

/** A text such as 10/11/2022 with its year in front, by the order that the mapping says. */
function inOrder(cell: CellValue, { dateOrder }: IvolunteerMapping): CellValue {
  if (typeof cell !== 'string' || dateOrder === 'ymd') return cell;
  return cell
    .trim()
    .replace(DAY_FIRST, (_, one: string, two: string, year: string) =>
      dateOrder === 'dmy' ? `${year}-${two}-${one}` : `${year}-${one}-${two}`,
    );
}
