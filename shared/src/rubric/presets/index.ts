import { type Rubric, rubricSchema } from '../schema';
import { deductOnly } from './deduct-only';
import { documentsAndOnSite } from './documents-and-on-site';
import { levelled } from './levelled';
import { pointsWithBonus } from './points-with-bonus';
import type { RubricPreset } from './preset';
import { starQuotas } from './star-quotas';

/** The forms of rubric seen in practice (domain §4), each labelled 示例: the plan itself contains none. */
export const RUBRIC_PRESETS = {
  deductOnly,
  levelled,
  pointsWithBonus,
  documentsAndOnSite,
  starQuotas,
} as const satisfies Record<string, RubricPreset>;

export type RubricPresetCode = keyof typeof RUBRIC_PRESETS;

/** A preset as a complete rubric of its own, free to be edited. */
export function rubricPreset(code: RubricPresetCode): Rubric {
  return rubricSchema.parse(RUBRIC_PRESETS[code]);
}
