import { expect, it } from 'vitest';
import { fileNameOf } from './download';

it.each([
  [`attachment; filename="a.xlsx"; filename*=UTF-8''%E5%8D%95%E4%BD%8D.xlsx`, '单位.xlsx'],
  ['attachment; filename="units.xlsx"', 'units.xlsx'],
  ['attachment; filename=units.xlsx', 'units.xlsx'],
  [undefined, 'fallback.xlsx'],
])('%s → %s', (disposition, expected) => expect(fileNameOf(disposition, 'fallback.xlsx')).toBe(expected));
