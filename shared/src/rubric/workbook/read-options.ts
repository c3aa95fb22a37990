import { metricNamed } from '../../metric';
import type { Words } from '../../text/words';
import type { ItemKind, Step } from '../item-kinds';
import { type Pair, readPairs, readRange, valueFor } from './notation';
import { readNumber } from './text-cell';

/** How the options of a kind are written; shown where a cell cannot be read, and in the template. */
export const OPTION_NOTATION = {
  points: { zh: '不填', en: 'nothing' },
  deduct: {
    zh: '每次=1-5 或 每缺=1;可加 扣自=维度 或 扣自=总分',
    en: '每次=1-5 or 每缺=1; also 扣自=维度 or 扣自=总分',
  },
  level: {
    zh: 'A=100%;B=66%;C=33%;C#=0%;按数量定档再加 计数=问题 或 计数=达标，如 计数=问题;A=100%@0;B=66%@1;C=0%',
    en: 'A=100%;B=66%;C=33%;C#=0%, by number: 计数=问题;A=100%@0;B=66%@1;C=0%',
  },
  ratio: { zh: '≥80%=10;≥70%=6;可加 分子=注册人数;分母=在职人数', en: '≥80%=10;≥70%=6; also 分子=…;分母=…' },
  metric: {
    zh: '取数=取数项名称，如 取数=开展活动场次;再加 ≥8=10;≥6=6 或 ≤1=10 或 线性=0~100',
    en: '取数=figure, then ≥8=10;≥6=6 or ≤1=10 or 线性=0~100',
  },
  bonus: { zh: '国家级=3;省级=2;市级=1', en: '国家级=3;省级=2;市级=1' },
  veto: { zh: '不填，或 后果=零分，或 等次=等次编码', en: 'nothing, or 后果=零分, or 等次=band code' },
} as const satisfies Record<ItemKind, Words>;

/** Options of a kind as an item for the schema, or null when the notation does not fit the kind. */
export function readOptions(kind: ItemKind, cell: string): object | null {
  const pairs = readPairs(cell);
  if (!pairs) return null;
  switch (kind) {
    case 'points':
      return pairs.length === 0 ? { kind } : null;
    case 'deduct':
      return readDeduct(pairs);
    case 'level':
      return readLevels(pairs);
    case 'ratio':
      return readRatio(pairs);
    case 'metric':
      return readMetric(pairs);
    case 'bonus':
      return readBonus(pairs);
    case 'veto':
      return readVeto(pairs);
  }
}

const TAKEN_FROM = { 指标: 'item', 维度: 'dimension', 总分: 'total' } as const;
export const TAKEN_FROM_ZH = { item: '指标', dimension: '维度', total: '总分' } as const;

function readDeduct(pairs: Pair[]): object | null {
  if (!onlyKeys(pairs, ['每次', '每缺', '扣自'])) return null;
  const place = valueFor(pairs, '扣自') ?? '指标';
  const from = Object.entries(TAKEN_FROM).find(([word]) => word === place)?.[1];
  const range = readRange(valueFor(pairs, '每次') ?? '');
  const each = readNumber(valueFor(pairs, '每缺') ?? '');
  if (!from || (range === null) === (each === null)) return null;
  const rule = range ? { mode: 'judged', min: range[0], max: range[1] } : { mode: 'perMissing', each };
  return { kind: 'deduct', from, rule };
}

export const COUNTED_ZH = { violations: '问题', met: '达标' } as const;
const COUNTED: Record<string, 'violations' | 'met'> = { 问题: 'violations', 违规: 'violations', 达标: 'met' };

function readLevels(pairs: Pair[]): object | null {
  const counted = valueFor(pairs, '计数');
  const countBy = counted === null ? undefined : COUNTED[counted];
  if (counted !== null && !countBy) return null;
  const levels = pairs
    .filter(({ key }) => key !== '计数')
    .map(({ key, label, value }) => {
      const match = /^([\d.]+)\s*%?\s*(?:@\s*(\d+))?$/.exec(value);
      const percent = readNumber(match?.[1] ?? '');
      if (percent === null) return null;
      return {
        code: key,
        ...(label ? { label } : {}),
        percent,
        ...(match?.[2] ? { count: Number(match[2]) } : {}),
      };
    });
  if (levels.includes(null)) return null;
  return { kind: 'level', ...(countBy ? { countBy } : {}), levels };
}

/** `≥70%=10`, `70以上=10分`, `≤2=5`, `2以内=5`; null when a pair is no threshold or directions are mixed. */
function readSteps(pairs: Pair[]): { direction: 'atLeast' | 'atMost'; steps: Step[] } | null {
  const read = pairs.map(({ key, value }) => {
    const match = /^([≥≤]?)\s*(-?[\d.]+)\s*%?\s*(以上|以内|以下)?$/.exec(key);
    const at = readNumber(match?.[2] ?? '');
    const points = readNumber(value);
    if (at === null || points === null) return null;
    const less = match?.[1] === '≤' || (match?.[3] !== undefined && match[3] !== '以上');
    return { less, step: { at, points } };
  });
  const known = read.filter((one) => one !== null);
  if (known.length !== read.length || known.length === 0) return null;
  if (new Set(known.map(({ less }) => less)).size > 1) return null;
  return { direction: known[0]?.less ? 'atMost' : 'atLeast', steps: known.map(({ step }) => step) };
}

function readRatio(pairs: Pair[]): object | null {
  const read = readSteps(pairs.filter(({ key }) => key !== '分子' && key !== '分母'));
  if (!read || read.direction === 'atMost') return null;
  const numerator = valueFor(pairs, '分子') ?? undefined;
  const denominator = valueFor(pairs, '分母') ?? undefined;
  return {
    kind: 'ratio',
    ...(numerator ? { numerator } : {}),
    ...(denominator ? { denominator } : {}),
    steps: read.steps,
  };
}

function readMetric(pairs: Pair[]): object | null {
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
  const read = readSteps(rest);
  return read && { kind: 'metric', metric, rule: { mode: 'steps', ...read } };
}

const KNOWN_OPTIONS: Record<string, string> = {
  国家级: 'national',
  省级: 'province',
  市级: 'city',
  区级: 'district',
};

function readBonus(pairs: Pair[]): object | null {
  const options = pairs.map(({ key, label, value }) => {
    const points = readNumber(value);
    if (points === null) return null;
    const known = label ? undefined : KNOWN_OPTIONS[key];
    return known ? { code: known, label: key, points } : { code: key, ...(label ? { label } : {}), points };
  });
  return options.includes(null) ? null : { kind: 'bonus', options };
}

function readVeto(pairs: Pair[]): object | null {
  if (!onlyKeys(pairs, ['后果', '等次']) || pairs.length > 1) return null;
  const band = valueFor(pairs, '等次');
  if (band !== null) return { kind: 'veto', effect: 'band', band };
  const effect = valueFor(pairs, '后果');
  if (effect === null) return { kind: 'veto', effect: 'band' };
  return effect === '零分' ? { kind: 'veto', effect: 'zero' } : null;
}

function onlyKeys(pairs: Pair[], keys: string[]): boolean {
  return pairs.every(({ key }) => keys.includes(key));
}
