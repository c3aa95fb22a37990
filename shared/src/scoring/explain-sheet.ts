import { type Dec, exact, shown } from '../decimal';
import type { Words } from '../text/words';
import type { ExplainNode } from './explain-node';
import type { ItemCalc } from './item-score';
import { entryOf } from './sheet-calc';
import type { SourceSheet } from './source-calc';

/** The leaf of the explanation: what one evaluator wrote about one indicator. */
export function explainEntry(
  item: ItemCalc,
  { calc, keep }: SourceSheet,
  digits: number,
  contributes: Dec | null,
): ExplainNode {
  const { sheet } = calc;
  const entry = entryOf(sheet, item.code);
  return {
    kind: 'sheet',
    key: sheet.id,
    label: evaluatorLabel(sheet),
    value: item.value && exact(item.value),
    shown: item.value && shown(item.value, digits),
    max: exact(item.max),
    weight: exact(keep),
    ...(contributes ? { contributes: exact(contributes) } : {}),
    rule: item.rule,
    words: item.words,
    ...(item.missing ? { missing: item.missing } : {}),
    ...(entry ? { entry } : {}),
    ...(entry?.comment ? { comment: entry.comment } : {}),
  };
}

/** The name on a sheet. A sheet may come without one (names hidden from the reader): then it is just a sheet. */
export function evaluatorLabel(sheet: SourceSheet['calc']['sheet']): Words {
  if (sheet.id.startsWith('system:')) return { zh: '系统取数', en: 'System figures' };
  const name = sheet.evaluatorName;
  return name ? { zh: name, en: name } : { zh: '评价人', en: 'Evaluator' };
}
