import { findIndicator, type Rubric } from '../rubric';
import type { Words } from '../text/words';
import type { SheetCalc } from './sheet-calc';

/** A triggered disqualifier (一票否决). */
export interface Veto {
  code: string;
  name: string;
  effect: 'zero' | 'band';
  /** With effect `band`: the best band still possible; left out: the lowest. */
  band?: string;
  sheetIds: string[];
  words: Words;
}

/** The vetoes that any sheet triggers: one is enough, nothing is averaged. */
export function vetoesOf(rubric: Rubric, sheets: readonly SheetCalc[]): Veto[] {
  const triggers = new Map<string, string[]>();
  for (const { sheet, items } of sheets) {
    for (const item of items.values()) {
      if (item.triggered) triggers.set(item.code, [...(triggers.get(item.code) ?? []), sheet.id]);
    }
  }
  return [...triggers].flatMap(([code, sheetIds]) => {
    const indicator = findIndicator(rubric, code);
    if (indicator?.item.kind !== 'veto') return [];
    const { effect, band } = indicator.item;
    const consequence =
      effect === 'zero' ? ['总分记 0 分', 'the total is 0'] : ['降低等次', 'the band is lowered'];
    const words = {
      zh: `一票否决“${indicator.name}”：${consequence[0]}，不参加排名`,
      en: `Veto ${code}: ${consequence[1]}, no rank`,
    };
    return [
      { code, name: indicator.name, effect, ...(effect === 'band' && band ? { band } : {}), sheetIds, words },
    ];
  });
}
