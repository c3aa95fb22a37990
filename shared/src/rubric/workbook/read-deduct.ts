import { type ItemRead, onlyKeys, type Pair, plainNotation, readRange, valueFor } from './notation';
import { readNumber } from './text-cell';

const TAKEN_FROM = { 指标: 'item', 维度: 'dimension', 总分: 'total' } as const;
export const TAKEN_FROM_ZH = { item: '指标', dimension: '维度', total: '总分' } as const;

/** `每次扣2分`, `每少一次扣2分`, `每缺1项=1`: a fixed deduction as it is spoken. `每10分钟扣1分` is none. */
const SPOKEN =
  /^每(?:次|[一1]?[次项处例件个]|(?:缺|少|漏|发现|出现|发生|有)[一1]?[^\s\d一1%=:,;]{0,4}?)\s*(?:扣|[=:]|=\s*扣)?\s*(\d+(?:\.\d+)?)\s*分?$/;
/** Said of every deduction, so it changes nothing: nothing is taken below 0. */
const FLOOR = /^(?:扣完为止|直至扣完|扣完即止)[。.]?$/;

/** A deduction as it is spoken, in the notation; what is in the notation already stays. */
export const plainDeduction = (cell: string): string =>
  plainNotation(cell)
    .split(/[;,\uff0c。\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !FLOOR.test(part))
    .map(written)
    .join(';');

function written(part: string): string {
  const each = SPOKEN.exec(part)?.[1];
  return each === undefined ? part : `每缺=${each}`;
}

/** The options of a deduction as an item, or null. */
export function readDeduct(pairs: Pair[]): ItemRead | null {
  if (!onlyKeys(pairs, ['每次', '每缺', '扣自'])) return null;
  const place = valueFor(pairs, '扣自') ?? '指标';
  const from = Object.entries(TAKEN_FROM).find(([word]) => word === place)?.[1];
  const range = readRange(valueFor(pairs, '每次') ?? '');
  const each = readNumber(valueFor(pairs, '每缺') ?? '');
  if (!from || (range === null) === (each === null)) return null;
  const rule = range ? { mode: 'judged', min: range[0], max: range[1] } : { mode: 'perMissing', each };
  return { kind: 'deduct', from, rule };
}
