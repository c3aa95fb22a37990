import { metricNamed, metricOf } from '../../metric';
import type { Words } from '../../text/words';
import type { ItemKind } from '../item-kinds';
import { type ItemRead, keyTwice, onlyKeys, type Pair, readPairs, readRange, valueFor } from './notation';
import { OPTION_TROUBLE } from './option-words';
import { plainDeduction, readDeduct } from './read-deduct';
import { plainThresholds, readSteps } from './read-steps';
import { readNumber } from './text-cell';

/** An item for the schema, what is wrong although the notation would fit, or null: it does not fit the kind. */
export type OptionsRead = { item: ItemRead } | { wrong: Words } | null;

/** Reads the options of a kind. */
export function readOptions(kind: ItemKind, cell: string): OptionsRead {
  const pairs = readPairs(textOf(kind, cell));
  if (!pairs) return null;
  const twice = keyTwice(pairs);
  if (twice !== null) return { wrong: OPTION_TROUBLE.twice(twice) };
  const read = READERS[kind](pairs);
  if (!read) return null;
  return 'kind' in read ? { item: read } : { wrong: read };
}

function textOf(kind: ItemKind, cell: string): string {
  if (kind === 'deduct') return plainDeduction(cell);
  return kind === 'ratio' || kind === 'metric' ? plainThresholds(cell) : cell;
}

type Read = ItemRead | Words | null;

const READERS: Record<ItemKind, (pairs: Pair[]) => Read> = {
  points: (pairs) => (pairs.length === 0 ? { kind: 'points' } : null),
  deduct: readDeduct,
  level: readLevels,
  ratio: readRatio,
  metric: readMetric,
  bonus: readBonus,
  veto: readVeto,
};

export const COUNTED_ZH = { violations: '问题', met: '达标' } as const;
const COUNTED: Record<string, 'violations' | 'met'> = { 问题: 'violations', 违规: 'violations', 达标: 'met' };

function readLevels(pairs: Pair[]): Read {
  const counted = valueFor(pairs, '计数');
  const countBy = counted === null ? undefined : COUNTED[counted];
  if (counted !== null && !countBy) return null;
  const levels = pairs.filter(({ key }) => key !== '计数').map(readLevel);
  if (levels.includes('points')) return OPTION_TROUBLE.percentOfLevel;
  if (levels.includes(null)) return null;
  return { kind: 'level', ...(countBy ? { countBy } : {}), levels };
}

/** One level; `points` where a number stands that is no percentage. */
function readLevel({ key, label, value }: Pair): object | 'points' | null {
  const match = /^([\d.]+)\s*(%|分)?\s*(?:@\s*(\d+))?$/.exec(value);
  const percent = readNumber(match?.[1] ?? '');
  if (percent === null) return null;
  if (match?.[2] !== '%' && percent !== 0) return 'points';
  return {
    code: key,
    ...(label ? { label } : {}),
    percent,
    ...(match?.[3] ? { count: Number(match[3]) } : {}),
  };
}

function readRatio(pairs: Pair[]): Read {
  const read = readSteps(
    pairs.filter(({ key }) => key !== '分子' && key !== '分母'),
    true,
  );
  if (!read || 'zh' in read) return read;
  if (read.direction === 'atMost') return OPTION_TROUBLE.rateBelow;
  const numerator = valueFor(pairs, '分子') ?? undefined;
  const denominator = valueFor(pairs, '分母') ?? undefined;
  return {
    kind: 'ratio',
    ...(numerator ? { numerator } : {}),
    ...(denominator ? { denominator } : {}),
    steps: read.steps,
  };
}

function readMetric(pairs: Pair[]): Read {
  const named = valueFor(pairs, '取数');
  // One that nobody knows stays as it is: the check of the rubric tells of it.
  const metric = named && (metricNamed(named) ?? named);
  const linear = valueFor(pairs, '线性');
  const rest = pairs.filter(({ key }) => key !== '取数' && key !== '线性');
  if (metric === null) return null;
  if (linear !== null) {
    const range = readRange(linear);
    if (!range || rest.length > 0) return null;
    return { kind: 'metric', metric, rule: { mode: 'linear', zeroAt: range[0], fullAt: range[1] } };
  }
  const read = readSteps(rest, metricOf(metric)?.unit === 'rate');
  if (!read || 'zh' in read) return read;
  return { kind: 'metric', metric, rule: { mode: 'steps', ...read } };
}

const KNOWN_OPTIONS: Record<string, string> = {
  国家级: 'national',
  省级: 'province',
  市级: 'city',
  区级: 'district',
};

function readBonus(pairs: Pair[]): Read {
  const options = pairs.map(({ key, label, value }) => {
    const points = readNumber(value);
    if (points === null) return null;
    const known = label ? undefined : KNOWN_OPTIONS[key];
    return known ? { code: known, label: key, points } : { code: key, ...(label ? { label } : {}), points };
  });
  return options.includes(null) ? null : { kind: 'bonus', options };
}

function readVeto(pairs: Pair[]): Read {
  if (!onlyKeys(pairs, ['后果', '等次']) || pairs.length > 1) return null;
  const band = valueFor(pairs, '等次');
  if (band !== null) return { kind: 'veto', effect: 'band', band };
  const effect = valueFor(pairs, '后果');
  if (effect === null) return { kind: 'veto', effect: 'band' };
  return effect === '零分' ? { kind: 'veto', effect: 'zero' } : null;
}
