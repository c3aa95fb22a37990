import type { Words } from '../../text/words';

const MOST = 20;
const MOST_TEXT = 20;

/** A row that was passed over, with what it opens with. */
export interface PassedRow {
  row: number;
  text: string;
}

/** What of a workbook was not taken over, for whoever uploaded it. */
export interface NotTaken {
  columns: string[];
  remarks: PassedRow[];
  hidden: number[];
  /** The sheet that was read. */
  sheet: string;
  /** Further sheets that look like a rubric too. */
  sheets: string[];
}

/** What was not taken over, in sentences. */
export function notTakenWords({ columns, remarks, hidden, sheet, sheets }: NotTaken): Words[] {
  const rows = remarks.map(({ row, text }) => ({
    zh: `第 ${row} 行“${short(text)}”`,
    en: `row ${row} “${short(text)}”`,
  }));
  return [
    ...listed(columns.map(same), '未采用的列:', 'Columns not used: '),
    ...listed(rows, '未采用的行:', 'Rows not used: '),
    ...listed(
      hidden.map((row) => ({ zh: `第 ${row} 行`, en: `row ${row}` })),
      '隐藏的行没有采用:',
      'Hidden rows not used: ',
    ),
    ...listed(sheets.map(same), `只读了“${sheet}”一张表,未读:`, `Only “${sheet}” was read, not: `),
  ];
}

const same = (text: string): Words => ({ zh: text, en: text });
const short = (text: string): string => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);

function listed(all: readonly Words[], zh: string, en: string): Words[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST);
  const more = all.length > MOST;
  return [
    {
      zh: `${zh}${shown.map((one) => one.zh).join('、')}${more ? ` 等 ${all.length} 处` : ''}。`,
      en: `${en}${shown.map((one) => one.en).join(', ')}${more ? ` and ${all.length - MOST} more` : ''}.`,
    },
  ];
}
