import { brief, exact, shown } from '../decimal';
import { type Rubric, SOURCE_WORDS } from '../rubric';
import type { AdjustmentItem } from './adjustments';
import type { ExplainNode } from './explain-node';
import { explainEntry } from './explain-sheet';
import type { SourceCalc } from './source-calc';

/** A bonus or penalty indicator: its mean over sheets and sources, with every sheet that says something. */
export function explainOutside(
  rubric: Rubric,
  sources: readonly SourceCalc[],
  { indicator, value }: AdjustmentItem,
): ExplainNode {
  const said = sources.flatMap((source) =>
    source.sheets.flatMap((sheet) => {
      const item = sheet.calc.items.get(indicator.code);
      return item?.value ? [{ source, node: explainEntry(item, sheet, rubric.digits, null) }] : [];
    }),
  );
  const names = [...new Set(said.map(({ source }) => source.code))].map((code) => SOURCE_WORDS[code]);
  return {
    kind: 'indicator',
    key: indicator.code,
    label: { zh: indicator.name, en: indicator.name },
    value: value && exact(value),
    shown: value && shown(value, rubric.digits),
    max: String(indicator.maxPoints),
    rule: value ? 'meanOfSaid' : 'missing',
    words: value
      ? {
          zh: `${names.map(({ zh }) => zh).join('、')} ${said.length} 份评分按来源权重平均：${brief(value)}`,
          en: `${said.length} sheet(s) of ${names.map(({ en }) => en).join(', ')}, weighted by source: ${brief(value)}`,
        }
      : { zh: '没有人填写', en: 'Nobody stated anything' },
    children: said.map(({ node }) => withoutWeight(node)),
  };
}

/** Facts are not dropped as high or low, so how much of the sheet is kept says nothing about them. */
export function withoutWeight({ weight: _weight, ...node }: ExplainNode): ExplainNode {
  return node;
}
