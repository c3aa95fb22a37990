import { brief, dec } from '@jiedui/shared/decimal';
import type { Place, Standing, UnitOutcome } from '@jiedui/shared/round';
import type { ExplainNode } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';

type Interval = { best: number; worst: number; tier: number; level: number; resamples: number; seed: string };

/** A unit's published result as the server tells it. */
export type Answer = {
  result: { name: string; number: number; signedAt: string; inputsHash: string; outcomeHash: string };
  unit: UnitOutcome;
  standing: Standing;
  interval: Interval | null;
  explanation: ExplainNode | null;
  indicators: { code: string; name: string }[];
  appeal: AppealFacts;
};

/** How a result can be appealed, what it corrects and what corrects it. */
export type AppealFacts = {
  by: string | null;
  refused: Words | null;
  before: Place | null;
  later: { documentId: string; number: number } | null;
};

const NO_RANK: Words = { zh: '不排名', en: 'No rank' };

/** What was missing to the next band; null in the best one. */
export function liftWords({ lift }: Standing): Words | null {
  if (!lift) return null;
  const { label, min, gap, full } = lift;
  if (full) {
    return {
      zh: `总分已达“${label.zh}”的 ${min} 分,因名额所限未进入`,
      en: `The total reaches ${min} for “${label.en}”, but its quota left no place`,
    };
  }
  const missing = brief(dec(gap));
  return {
    zh: `再得 ${missing} 分即达“${label.zh}”(${min} 分)`,
    en: `${missing} more points reach “${label.en}” (${min})`,
  };
}

/** The rank among how many, and with how many it is shared. */
export function rankWords({ rank, ranked, tiedWith }: UnitOutcome): Words {
  if (rank === null) return NO_RANK;
  const ties =
    tiedWith > 0 ? { zh: `,与 ${tiedWith} 家并列`, en: `, shared with ${tiedWith}` } : { zh: '', en: '' };
  return { zh: `第 ${rank} / ${ranked}${ties.zh}`, en: `${rank} of ${ranked}${ties.en}` };
}

/** The ranks that the unit might as well have had. */
export function intervalWords({ best, worst, tier, level }: Interval): Words {
  return {
    zh: `第 ${best}–${worst} 名(${Math.round(level * 100)}% 的重抽样),第 ${tier} 梯队`,
    en: `${best}–${worst} (${Math.round(level * 100)} % of the resamples), tier ${tier}`,
  };
}
