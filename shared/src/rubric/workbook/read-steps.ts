import type { Words } from '../../text/words';
import type { Step } from '../item-kinds';
import { type Pair, plainNotation } from './notation';
import { OPTION_TROUBLE } from './option-words';
import { readNumber } from './text-cell';

/** Words seen for a threshold; 以上, 以下 and 以内 include the number anyway. */
const PHRASES: [RegExp, string][] = [
  [/=>|≧|大于等于|不低于|不少于/g, '≥'],
  [/=<|≦|小于等于|不高于|不超过|不多于/g, '≤'],
  [/\(含(?:\s*[\d.]+\s*%?)?\)|及(?=以上|以下|以内)/g, ''],
];
/** Parts that are no threshold, and keep the words that somebody chose. */
const NAMED = /^\s*(?:分子|分母|取数|线性)/;

/** The notation with its thresholds spelt one way: 90%及以上 as 90%以上, 不低于90% as ≥90%. */
export const plainThresholds = (cell: string): string =>
  plainNotation(cell)
    .split(/[;\r\n]+/)
    .map((part) =>
      NAMED.test(part) ? part : PHRASES.reduce((text, [seen, plain]) => text.replace(seen, plain), part),
    )
    .join(';');

interface StepsRead {
  direction: 'atLeast' | 'atMost';
  steps: Step[];
}

const REST = /^(?:其他|其它|其余)$/;
const BELOW = /^(?:<|低于|不足|不到|未达到)\s*(\d[\d.]*)\s*%?$/;
const STEP = /^([≥≤]?)\s*(-?[\d.]+)\s*(%?)\s*(以上|以内|以下)?$/;

/**
 * `≥70%=10`, `70以上=10分`, `≤2=5`, `2以内=5`; `其他=0` and `<70%=0` go without saying. Null when a pair is no threshold
 * or directions are mixed; words when it reads well but is likely meant otherwise. `inPercent`: of a rate.
 */
export function readSteps(all: readonly Pair[], inPercent: boolean): StepsRead | Words | null {
  if (all.some(({ key }) => key.startsWith('>'))) return OPTION_TROUBLE.above;
  const rest = all.filter(isRest);
  if (rest.some(({ value }) => readNumber(value) !== 0)) return OPTION_TROUBLE.rest;
  const read = all.filter((pair) => !isRest(pair)).map((pair) => readStep(pair));
  const known = read.filter((one) => one !== null);
  const [first] = known;
  if (!first || known.length !== read.length) return null;
  if (known.some(({ less }) => less !== first.less)) return null;
  const shares = inPercent && known.find(({ percent, step }) => !percent && step.at > 0 && step.at <= 1);
  if (shares) return OPTION_TROUBLE.percentOfRate(shares.step.at);
  const steps = known.map(({ step }) => step);
  if (!rest.every((pair) => fitsBelow(pair, first.less, steps))) return null;
  return { direction: first.less ? 'atMost' : 'atLeast', steps };
}

const isRest = ({ key }: Pair): boolean => REST.test(key) || BELOW.test(key);

/** Whether what is said to earn nothing earns nothing by the thresholds too. */
function fitsBelow({ key }: Pair, less: boolean, steps: readonly Step[]): boolean {
  const bound = BELOW.exec(key)?.[1];
  return bound === undefined || (!less && Number(bound) <= Math.min(...steps.map(({ at }) => at)));
}

function readStep({ key, label, value }: Pair): { less: boolean; percent: boolean; step: Step } | null {
  const [, sign, figure = '', percent, word] = STEP.exec(key) ?? [];
  const at = readNumber(figure);
  const points = readNumber(value);
  if (at === null || points === null || label !== undefined) return null;
  const less = sign === '≤' || (word !== undefined && word !== '以上');
  return { less, percent: percent === '%', step: { at, points } };
}
