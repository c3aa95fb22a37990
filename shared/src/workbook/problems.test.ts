import { expect, it } from 'vitest';
import { sharedProblems } from './problems';
import { plan, sheet } from './test-builders';

it('errors that rows share are counted, the most frequent first; single ones are left to their rows', () => {
  const result = plan([
    sheet(
      '单位',
      ['单位名称', '单位类别', '市驻区单位'],
      ['甲', '企业', '是'],
      ['乙', '企业', '大概'],
      ['丙', '企业', '大概'],
      ['丁', '公司', '否'],
    ),
  ]);
  expect(sharedProblems(result)).toMatchObject([
    { sheet: '单位', column: '单位类别', found: '企业', count: 3, row: 2 },
    { sheet: '单位', column: '市驻区单位', found: '大概', count: 2, row: 3 },
  ]);
  expect(sharedProblems(result, 1)).toHaveLength(1);
});
