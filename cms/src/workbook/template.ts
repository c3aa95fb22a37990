import { type AnySheet, cellText, GUIDE_SHEET, SHEETS } from '@jiedui/shared/workbook';
import ExcelJS from '@protobi/exceljs';
import { addSheet, type VenueWords } from './sheet-style';

const RULES = [
  '一、每张表的第一行是表头,请勿改动;从第二行起填写,一行一条记录。带 * 的列必填。',
  '二、不需要的表可以留空或删除。各表的先后不影响导入。',
  '三、系统中已有的单位和阵地按名称或别名识别,不会重复建立;空白的单元格不会清除系统中的内容。',
  '四、日期要写年份,如 2022-07-18 或 2022年7月18日;开始、结束时间要写到时分。',
  '五、上传后先预览,确认无误再导入;导入要么全部成功,要么什么都不改。',
  '六、有错误的行可以下载,改正后再次上传。',
];

const RECORD_RULES = [
  '一、第一行是表头;从第二行起填写,一行一条记录。带 * 的列必填,不需要的列可以删除。',
  '二、导入时选择按哪些字段识别已有记录:识别到的更新,其余的新建;空白的单元格不会清除系统中的内容。',
  '三、关系填已录入记录的名称或别名;几项之间用顿号隔开。',
  '四、导出的工作簿改好后可以直接导入。上传后先预览,确认无误再导入;导入要么全部成功,要么什么都不改。',
];

/** The workbook to fill in: a sheet for each kind of record and one that explains the columns. */
export async function importTemplate(venueKinds?: VenueWords): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  addGuide(workbook, RULES, SHEETS);
  for (const definition of SHEETS) addSheet(workbook, definition, venueKinds);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same for one record type. */
export async function recordTemplate(sheet: AnySheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  addSheet(workbook, sheet);
  addGuide(workbook, RECORD_RULES, [sheet]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addGuide(workbook: ExcelJS.Workbook, rules: readonly string[], sheets: readonly AnySheet[]): void {
  const guide = workbook.addWorksheet(GUIDE_SHEET);
  guide.columns = [{ width: 14 }, { width: 18 }, { width: 8 }, { width: 30 }, { width: 70 }];
  guide.addRow(['数据导入:填写说明']).font = { bold: true, size: 14 };
  for (const rule of rules) guide.addRow([rule]);
  guide.addRow([]);
  guide.addRow(['表', '列', '必填', '示例', '说明']).font = { bold: true };
  for (const { sheet, columns } of sheets) {
    for (const column of columns) {
      const required = column.required ? '是' : '';
      guide.addRow([sheet, column.header, required, cellText(column.example), column.help]);
    }
  }
}
