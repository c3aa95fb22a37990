import type { Words } from '../text/words';

/** What a reliability coefficient allows (Krippendorff 2004, Content Analysis, chapter 11). */
export const VERDICTS = ['usable', 'tentative', 'unreliable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The least coefficient of each verdict; .800 and .667 are included. */
const LIMITS: readonly [Verdict, number][] = [
  ['usable', 0.8],
  ['tentative', 0.667],
];

/** A coefficient on fewer units is only indicative. Ours. */
export const FEW_UNITS = 30;

/** With fewer evaluators it says more about these than about evaluating. Ours. */
export const FEW_RATERS = 3;

export type VerdictLimit = 'agreementOnly' | 'fewUnits' | 'fewRaters';

export interface ReliabilityVerdict {
  verdict: Verdict;
  words: Words;
  /** What the coefficient cannot say. */
  limits: { limit: VerdictLimit; words: Words }[];
}

/**
 * The verdict on a coefficient (α, an ICC or one from variance components) in plain words, with its limits. `units` and
 * `raters` are those that it rests on. Where there is no coefficient, its reason stands in place of a verdict.
 * @throws RangeError for a coefficient that is no number or more than 1
 */
export function reliabilityVerdict(
  coefficient: number,
  basis: { units: number; raters: number },
): ReliabilityVerdict {
  if (!(coefficient <= 1)) throw new RangeError(`A coefficient of ${coefficient}`);
  const verdict = LIMITS.find(([, least]) => settled(coefficient) >= least)?.[0] ?? 'unreliable';
  return { verdict, words: verdictWords(verdict, shownCoefficient(coefficient)), limits: limitsOf(basis) };
}

/** A coefficient to three places, rounded down: .7996 must not be shown as .800 and called tentative. */
export function shownCoefficient(coefficient: number): string {
  return (Math.floor(settled(coefficient) * 1000) / 1000).toFixed(3);
}

// Free of the noise of a computation, so that .8 is not missed by a hair.
const settled = (coefficient: number): number => Number(coefficient.toFixed(9));

function verdictWords(verdict: Verdict, shown: string): Words {
  switch (verdict) {
    case 'usable':
      return {
        zh: `一致性系数 ${shown}：测评员看法一致，结果可以采用`,
        en: `Coefficient ${shown}: the evaluators agree well enough to use the result`,
      };
    case 'tentative':
      return {
        zh: `一致性系数 ${shown}：只能得出初步结论，不宜单独作为依据`,
        en: `Coefficient ${shown}: good for tentative conclusions only`,
      };
    case 'unreliable':
      return {
        zh: `一致性系数 ${shown}：测评员分歧过大，结果不可依赖`,
        en: `Coefficient ${shown}: the evaluators differ too much to rely on the result`,
      };
  }
}

function limitsOf({ units, raters }: { units: number; raters: number }): ReliabilityVerdict['limits'] {
  const limits: ReliabilityVerdict['limits'] = [
    {
      limit: 'agreementOnly',
      words: {
        zh: '系数只说明测评员之间是否一致，不说明评分是否正确；0.800 与 0.667 是通行的惯例',
        en: 'It tells whether evaluators agree, not whether they are right; .800 and .667 are conventions',
      },
    },
  ];
  if (units < FEW_UNITS) limits.push({ limit: 'fewUnits', words: fewUnitsWords(units) });
  if (raters < FEW_RATERS) limits.push({ limit: 'fewRaters', words: fewRatersWords(raters) });
  return limits;
}

const fewUnitsWords = (units: number): Words => ({
  zh: `只有 ${units} 个单位，少于 ${FEW_UNITS} 个，系数仅供参考`,
  en: `It rests on ${units} unit(s), fewer than ${FEW_UNITS}: only indicative`,
});

const fewRatersWords = (raters: number): Words => ({
  zh: `只有 ${raters} 名测评员，换人后结果可能不同`,
  en: `Only ${raters} evaluator(s): others might agree more or less`,
});
