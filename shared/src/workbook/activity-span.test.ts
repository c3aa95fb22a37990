import { expect, it } from 'vitest';
import { activitySpan } from './activity-span';
import { sheet } from './test-builders';

const HEADINGS = ['活动名称', '类别', '单位', '阵地', '开始时间', '结束时间'];
const spanOf = (...starts: (string | number | null)[]) => {
  const rows = starts.map((start) => ['a', 'b', 'c', 'd', start, null]);
  const work = activitySpan([sheet('活动', HEADINGS, ...rows)]);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

it.each<[string, (string | number | null)[], [string, string] | null]>([
  [
    'the earliest and the latest, whatever their order and notation',
    ['2022年8月1日9:00', 44760.3958333333, '2022-07-31 10:00'],
    ['2022-07-18T01:30:00.000Z', '2022-08-01T01:00:00.000Z'],
  ],
  ['one start', ['2022-07-18 09:30'], ['2022-07-18T01:30:00.000Z', '2022-07-18T01:30:00.000Z']],
  ['what cannot be read does not count', ['7月18日', null], null],
  ['no rows', [], null],
])('%s', (_, starts, span) => {
  expect(spanOf(...starts)).toEqual(span && { from: span[0], to: span[1] });
});
