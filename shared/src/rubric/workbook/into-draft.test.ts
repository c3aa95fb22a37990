import { expect, it } from 'vitest';
import { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from '../presets';
import { RUBRIC_COLUMNS, rubricToRows, sheetsIntoDraft } from '.';

const sheetOf = (code: RubricPresetCode) => {
  const rows = rubricToRows(rubricPreset(code));
  const head = { row: 1, cells: [...RUBRIC_COLUMNS] };
  const body = rows.map(({ row, cells }) => ({
    row,
    cells: RUBRIC_COLUMNS.map((one) => cells[one] ?? null),
  }));
  return [{ sheet: '测评体系', rows: [head, ...body] }];
};
const into = (code: RubricPresetCode, stored: unknown) => sheetsIntoDraft(sheetOf(code), '体系', stored);

it.each(Object.keys(RUBRIC_PRESETS) as RubricPresetCode[])('%s comes back as it went out', (code) => {
  expect(into(code, rubricPreset(code))).toEqual({ definition: rubricPreset(code), notes: [] });
});

it('what no workbook holds stays, half written too', () => {
  const stored = { ...rubricPreset('levelled'), cap: 77, sources: [{ code: 'district' }], dimensions: [] };
  expect(into('deductOnly', stored)).toMatchObject({
    definition: {
      name: stored.name,
      cap: 77,
      sources: [{ code: 'district' }],
      dimensions: rubricPreset('deductOnly').dimensions,
    },
  });
});
