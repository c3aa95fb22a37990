import { brief, exact, shown, ZERO } from '../decimal';
import { rubricMax } from '../rubric';
import type { Words } from '../text/words';
import type { Adjustment } from './adjustments';
import { unitCoverage } from './composite';
import { showCoverage } from './coverage';
import type { ExplainNode } from './explain-node';
import { explainOutside, withoutWeight } from './explain-outside';
import { explainEntry } from './explain-sheet';
import { explainSource } from './explain-source';
import type { UnitCalc } from './unit';
import type { Veto } from './veto';

/** The explanation of a unit's total, down to every entry and comment. */
export function explainUnit(calc: UnitCalc): ExplainNode {
  const { rubric, composite, total } = calc;
  return {
    kind: 'total',
    key: 'total',
    label: { zh: '总分', en: 'Total' },
    value: total && exact(total),
    shown: total && shown(total, rubric.digits),
    max: exact(rubricMax(rubric)),
    ...(composite.value ? { contributes: exact(composite.value) } : {}),
    rule: calc.vetoes.some(({ effect }) => effect === 'zero')
      ? 'vetoZero'
      : (calc.adjusted?.rule ?? composite.rule),
    words: totalWords(calc),
    coverage: showCoverage(unitCoverage(calc.sources)),
    children: [
      ...calc.sources.map((source, at) =>
        explainSource({ rubric, source, value: composite.values[at] ?? null, share: composite.shares[at] }),
      ),
      ...explainAdjustment(calc, 'bonus', calc.bonus),
      ...explainAdjustment(calc, 'penalty', calc.penalty),
      ...calc.vetoes.map((veto) => explainVeto(calc, veto)),
    ],
  };
}

function totalWords({ rubric, composite, bonus, penalty, adjusted, vetoes, total }: UnitCalc): Words {
  if (!composite.value || !adjusted || !total) return composite.words;
  const zh = [composite.words.zh];
  const en = [composite.words.en];
  if (!bonus.value.isZero() || !penalty.value.isZero()) {
    const plain = composite.value.plus(bonus.value).minus(penalty.value);
    zh.push(`加分 ${brief(bonus.value)}，扣分 ${brief(penalty.value)}，得 ${brief(plain)}`);
    en.push(`bonus ${brief(bonus.value)}, penalty ${brief(penalty.value)}: ${brief(plain)}`);
  }
  if (adjusted.rule === 'floor') {
    zh.push('扣完为止，记 0 分');
    en.push('not below 0');
  }
  if (adjusted.rule === 'cap') {
    zh.push(`封顶 ${rubric.cap} 分`);
    en.push(`capped at ${rubric.cap}`);
  }
  if (!total.equals(adjusted.value) && rubric.decidedBy === 'shown') {
    zh.push(`四舍五入为 ${shown(total, rubric.digits)} 分`);
    en.push(`rounded to ${shown(total, rubric.digits)}`);
  }
  for (const { words } of vetoes) {
    zh.push(words.zh);
    en.push(words.en);
  }
  return { zh: zh.join('；'), en: en.join('; ') };
}

function explainAdjustment(
  { rubric, sources }: UnitCalc,
  kind: 'bonus' | 'penalty',
  made: Adjustment,
): ExplainNode[] {
  if (made.items.length === 0) return [];
  const value = kind === 'bonus' ? made.value : made.value.negated();
  const cap = kind === 'bonus' ? rubric.bonusCap : rubric.penaltyCap;
  return [
    {
      kind,
      key: kind,
      label: kind === 'bonus' ? { zh: '加分', en: 'Bonus' } : { zh: '总分扣分', en: 'Penalty' },
      value: exact(value),
      shown: shown(value, rubric.digits),
      ...(cap === undefined ? {} : { max: String(cap) }),
      rule: made.rule,
      words: made.words,
      children: made.items.map((item) => explainOutside(rubric, sources, item)),
    },
  ];
}

/** A veto with the sheets that found it, and what they say about it. */
function explainVeto(
  { rubric, sources, outside }: UnitCalc,
  { code, name, words, sheetIds, effect }: Veto,
): ExplainNode {
  const weighted = sources.flatMap(({ sheets }) => sheets);
  const all = [...weighted, ...outside.map((calc) => ({ calc, keep: ZERO }))];
  const children = all
    .filter(({ calc }) => sheetIds.includes(calc.sheet.id))
    .flatMap((sheet) => {
      const item = sheet.calc.items.get(code);
      return item ? [withoutWeight(explainEntry(item, sheet, rubric.digits, null))] : [];
    });
  return {
    kind: 'veto',
    key: code,
    label: { zh: name, en: name },
    value: null,
    shown: null,
    rule: effect === 'zero' ? 'vetoZero' : 'vetoBand',
    words: {
      zh: `${words.zh}（${sheetIds.length} 份评分认定）`,
      en: `${words.en} (${sheetIds.length} sheet(s))`,
    },
    children,
  };
}
