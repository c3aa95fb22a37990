import {
  ITEM_KIND_WORDS,
  ITEM_KINDS,
  OPTION_NOTATION,
  RUBRIC_COLUMNS,
  type Rubric,
  rubricPreset,
  rubricToRows,
} from '@jiedui/shared/rubric';
import ExcelJS from '@protobi/exceljs';

const EXAMPLE = 'pointsWithBonus';
const SHEET = '测评体系';

const GUIDE = [
  '一行一个指标。模板中的内容为示例,请改为本区的指标后上传;上传后成为草稿,启用前仍可修改,也可改好工作簿后再上传到本草稿。',
  '只读第一张有表头的表。同一维度只需写在第一行;编码可以不填,由系统编号,填写时同一编码只能用一次。',
  '表头可用三级指标:一级指标作维度,二级指标写在三级指标之前作指标名称;考核内容、评分细则等合为评分标准。',
  '分值写在各行,不跨行合并;合计、小计、备注等行和隐藏的行不采用,上传后会列明。',
  '评价主体不填为全部。各评价主体的权重、等次、封顶分在上传后设置;一票否决的等次可写名称。',
];

/** The workbook to be written over: the rows of an example. */
export const rubricTemplate = (): Promise<Buffer> => rubricWorkbook(rubricPreset(EXAMPLE));

/** A rubric as a workbook of one row an indicator, as an upload reads it. */
export async function rubricWorkbook(rubric: Rubric): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...RUBRIC_COLUMNS]).font = { bold: true };
  for (const { cells } of rubricToRows(rubric)) {
    sheet.addRow(RUBRIC_COLUMNS.map((column) => cells[column] ?? null));
  }
  sheet.columns.forEach((column) => {
    column.width = 18;
  });
  const guide = workbook.addWorksheet('说明');
  for (const line of GUIDE) guide.addRow([line]);
  guide.addRow([]);
  guide.addRow(['类型', '选项的写法']).font = { bold: true };
  for (const kind of ITEM_KINDS) guide.addRow([ITEM_KIND_WORDS[kind].zh, OPTION_NOTATION[kind].zh]);
  guide.columns = [{ width: 16 }, { width: 90 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
