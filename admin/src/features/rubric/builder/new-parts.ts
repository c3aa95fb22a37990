import type { IndicatorDraft, ItemDraft } from '@jiedui/shared/rubric';

type Kind = ItemDraft['kind'];

/** What an item of a kind starts with: sound as it stands wherever there is a usual value. */
const ITEMS: { [K in Kind]: (maxPoints: number) => Extract<ItemDraft, { kind: K }> } = {
  points: () => ({ kind: 'points' }),
  deduct: () => ({ kind: 'deduct', from: 'item', rule: { mode: 'judged', min: 1, max: 5 } }),
  level: () => ({
    kind: 'level',
    levels: [
      { code: 'A', percent: 100 },
      { code: 'B', percent: 66 },
      { code: 'C', percent: 33 },
      { code: 'D', percent: 0 },
    ],
  }),
  ratio: (maxPoints) => ({ kind: 'ratio', steps: [{ at: 80, points: maxPoints }] }),
  metric: (maxPoints) => ({
    kind: 'metric',
    metric: 'lateReports',
    rule: { mode: 'steps', direction: 'atMost', steps: [{ at: 0, points: maxPoints }] },
  }),
  bonus: () => ({ kind: 'bonus', options: [{ code: 'A', points: 1 }] }),
  veto: () => ({ kind: 'veto', effect: 'band' }),
};

export const newItem = (kind: Kind, maxPoints: number): ItemDraft => ITEMS[kind](maxPoints);

const USUAL_POINTS = 10;

export function newIndicator(code: string, kind: Kind = 'points'): IndicatorDraft {
  const maxPoints = kind === 'veto' ? 0 : USUAL_POINTS;
  return { code, name: '', maxPoints, item: newItem(kind, maxPoints) };
}

/** The indicator as one of another kind. A veto carries no points, and what was none needs some. */
export function withKind(indicator: IndicatorDraft, kind: Kind): IndicatorDraft {
  if (indicator.item.kind === kind) return indicator;
  const maxPoints = kind === 'veto' ? 0 : indicator.maxPoints || USUAL_POINTS;
  return { ...indicator, maxPoints, item: newItem(kind, maxPoints) };
}
