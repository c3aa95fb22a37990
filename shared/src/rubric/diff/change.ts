import { canonicalJson } from '../../canonical';
import type { Words } from '../../text/words';

/** One difference between two versions, in plain words. `code`: of the dimension or indicator it is about. */
export interface RubricChange {
  kind: 'added' | 'removed' | 'moved' | 'renamed' | 'changed';
  about: 'rules' | 'dimension' | 'indicator';
  code?: string;
  words: Words;
}

/** Whether two values of a rubric say the same; what is left out and what is undefined are one. */
export const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

const quote = ({ zh, en }: Words): Words => ({
  zh: zh === '' ? '空' : `“${zh}”`,
  en: en === '' ? 'nothing' : `“${en}”`,
});

export const plain = (text: string): Words => ({ zh: text, en: text });

/** “What it was → what it is”; where both read the same, only a code behind the words has changed. */
export function fromTo(label: Words, before: Words, after: Words): Words {
  if (before.zh === after.zh) {
    return { zh: `${label.zh}：编码有调整，文字不变`, en: `${label.en}: codes changed, the words did not` };
  }
  const [old, now] = [quote(before), quote(after)];
  return { zh: `${label.zh}：由${old.zh}改为${now.zh}`, en: `${label.en}: ${old.en} became ${now.en}` };
}
