import { dayOf } from '@jiedui/shared/calendar';
import { enumWords } from '@jiedui/shared/text';
import ExcelJS from '@protobi/exceljs';
import type { RecordData } from '../read/list';
import type { HourTotals } from './hour-totals';
import type { PackList, PackRecords } from './pack-records';

type Cell = string | number | null;
type Sheet = { name: string; head: string[]; rows: Cell[][]; note: string | null };

const nameOf = (value: unknown): string | null => (value as { name?: string } | null)?.name ?? null;
const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const dayText = (value: unknown): string | null => (value ? dayOf(String(value)) : null);

const CLOSED = '当前账号无权读取这类记录，未列入。';
const CUT = '记录过多，只列出前面的部分。';

const noteOf = ({ readable, cut }: PackList): string | null => (readable ? (cut ? CUT : null) : CLOSED);

function sheetOf(
  name: string,
  list: PackList,
  head: string[],
  row: (record: RecordData, at: number) => Cell[],
): Sheet {
  return { name, head, rows: list.records.map(row), note: noteOf(list) };
}

/** A photo is listed and not packed: it may show children, and whether it may be given away is not for a machine. */
function photoRows({ records }: PackList): Cell[][] {
  return records.flatMap((activity) =>
    ((activity.photos as { name: string }[] | undefined) ?? []).map((photo): Cell[] => [
      textOf(activity.day),
      textOf(activity.title),
      photo.name,
      activity.forMinors || Number(activity.minors ?? 0) > 0 ? '有未成年人参加' : null,
    ]),
  );
}

/** The sheets of a pack's ledger. */
export function ledgerSheets(records: PackRecords, hours: HourTotals): Sheet[] {
  const { results, activities, reports, projects, stories } = records;
  return [
    sheetOf('测评结果', results, ['轮次', '总分', '名次', '参加排名单位数', '等次', '签发日期'], (one) => [
      nameOf(one.round),
      one.total === null ? null : Number(one.total),
      numberOf(one.rank),
      numberOf(one.ranked),
      textOf(one.band),
      dayText(one.signedAt),
    ]),
    sheetOf(
      '活动',
      activities,
      ['日期', '活动', '类别', '阵地', '地点', '参加人数', '志愿者人数', '服务时长(分钟)', '状态', '小结'],
      (one) => [
        textOf(one.day),
        textOf(one.title),
        nameOf(one.category),
        nameOf(one.station),
        textOf(one.venue),
        numberOf(one.actualPeople),
        numberOf(one.volunteers),
        numberOf(one.serviceMinutes),
        enumWords('activity', 'state', String(one.state)).zh,
        textOf(one.summary),
      ],
    ),
    sheetOf(
      '报送',
      reports,
      ['报送要求', '标题', '报送日期', '验收日期', '回执编号', '迟报天数', '状态'],
      (one) => [
        textOf((one.requirement as { title?: string } | null)?.title),
        textOf(one.title),
        dayText(one.submittedAt),
        dayText(one.acceptedAt),
        textOf(one.receiptNumber),
        numberOf(one.lateDays),
        enumWords('report', 'state', String(one.state)).zh,
      ],
    ),
    {
      name: '服务时长',
      head: ['项目', '数值'],
      rows: hours,
      note: null,
    },
    sheetOf('项目', projects, ['项目', '类别', '服务队', '状态', '简介'], (one) => [
      textOf(one.title),
      nameOf(one.category),
      nameOf(one.team),
      enumWords('project', 'state', String(one.state)).zh,
      textOf(one.summary),
    ]),
    sheetOf('典型故事', stories, ['发布日期', '标题', '作者', '阵地', '摘要'], (one) => [
      dayText(one.releasedAt),
      textOf(one.title),
      textOf(one.author),
      nameOf(one.station),
      textOf(one.summary),
    ]),
    {
      name: '照片目录',
      head: ['序号', '活动日期', '活动', '照片文件', '说明'],
      rows: photoRows(activities).map((row, at) => [at + 1, ...row]),
      note: '照片本身不列入本材料；需要时按序号在系统中调取，并先核对是否取得同意。',
    },
  ];
}

/** The ledger as a workbook; texts stay texts whatever they begin with. */
export async function ledgerWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, head, rows, note } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(head).font = { bold: true };
    for (const row of rows) sheet.addRow(row);
    if (note) sheet.addRow([note]);
    sheet.columns.forEach((column, at) => {
      column.width = Math.min(40, Math.max(10, (head[at]?.length ?? 0) * 2 + 6));
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
