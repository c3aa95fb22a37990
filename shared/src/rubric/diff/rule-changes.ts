import type { Words } from '../../text/words';
import { bandsWords } from '../band-words';
import {
  aggregationWords,
  bandListWords,
  decidedByWords,
  missingSourceWords,
  sourcesWords,
} from '../rule-words';
import type { Rubric } from '../schema';
import { tieBreakWords } from '../tie-words';
import { fromTo, plain, type RubricChange, same } from './change';

type Ruled = Exclude<keyof Rubric, 'dimensions' | 'bandsByClass'>;
type Rule = { label: Words; say: (rubric: Rubric) => Words };

const points = (value: number | undefined): Words =>
  value === undefined ? { zh: '不限', en: 'no limit' } : { zh: `${value} 分`, en: `${value} points` };

const yes = (value: boolean): Words => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });

/** Every rule of a rubric: one that is added to the schema has to be named here before it compiles. */
const RULES: Record<Ruled, Rule> = {
  name: { label: { zh: '名称', en: 'Name' }, say: ({ name }) => plain(name) },
  description: { label: { zh: '说明', en: 'Description' }, say: ({ description }) => plain(description) },
  example: { label: { zh: '示例标记', en: 'Marked as an example' }, say: ({ example }) => yes(example) },
  sources: { label: { zh: '评价主体及权重', en: 'Sources' }, say: ({ sources }) => sourcesWords(sources) },
  aggregation: {
    label: { zh: '测评员得分合成', en: 'Aggregation' },
    say: ({ aggregation }) => aggregationWords(aggregation),
  },
  officialScore: {
    label: { zh: '正式得分', en: 'Official score' },
    say: ({ officialScore }) => plain(officialScore),
  },
  minRaters: {
    label: { zh: '排名所需测评员', en: 'Evaluators needed for a rank' },
    say: ({ minRaters }) => ({ zh: `${minRaters} 名`, en: String(minRaters) }),
  },
  missingSource: {
    label: { zh: '缺少主体评分时', en: 'A missing source' },
    say: ({ missingSource }) => missingSourceWords(missingSource),
  },
  bonusCap: { label: { zh: '加分上限', en: 'Bonus cap' }, say: ({ bonusCap }) => points(bonusCap) },
  penaltyCap: {
    label: { zh: '总分扣分上限', en: 'Limit of penalties' },
    say: ({ penaltyCap }) => points(penaltyCap),
  },
  cap: { label: { zh: '总分封顶', en: 'Cap of the total' }, say: ({ cap }) => points(cap) },
  bands: { label: { zh: '等次', en: 'Grades' }, say: ({ bands }) => bandsWords(bands) },
  tieBreaks: { label: { zh: '并列区分', en: 'Tie-breaks' }, say: (rubric) => listed(rubric) },
  digits: {
    label: { zh: '得分小数位数', en: 'Decimal places' },
    say: ({ digits }) => ({ zh: `${digits} 位`, en: String(digits) }),
  },
  decidedBy: {
    label: { zh: '等次和名次的依据', en: 'What decides' },
    say: (rubric) => decidedByWords(rubric),
  },
};

function listed(rubric: Rubric): Words {
  const ties = rubric.tieBreaks.map((key) => tieBreakWords(rubric, key));
  return { zh: ties.map(({ zh }) => zh).join('、'), en: ties.map(({ en }) => en).join(', ') };
}

/** What differs in the rules for the whole rubric. */
export function ruleChanges(before: Rubric, after: Rubric): RubricChange[] {
  const rules = (Object.keys(RULES) as Ruled[])
    .filter((key) => !same(before[key], after[key]))
    .map((key) => changed(fromTo(RULES[key].label, RULES[key].say(before), RULES[key].say(after))));
  return [...rules, ...classChanges(before.bandsByClass, after.bandsByClass)];
}

function classChanges(before: Rubric['bandsByClass'], after: Rubric['bandsByClass']): RubricChange[] {
  const classes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const of = (bands: Rubric['bands'] | undefined): Words =>
    bands ? bandsWords(bands) : { zh: '同一般等次', en: 'as in general' };
  return classes
    .filter((code) => !same(before[code], after[code]))
    .map((code) => {
      const name = bandListWords(code);
      const label = { zh: `${name.zh}等次`, en: `Grades, ${name.en}` };
      return changed(fromTo(label, of(before[code]), of(after[code])));
    });
}

const changed = (words: Words): RubricChange => ({ kind: 'changed', about: 'rules', words });
