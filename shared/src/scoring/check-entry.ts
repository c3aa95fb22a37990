import { dec } from '../decimal';
import type { Indicator, ItemOf } from '../rubric';
import type { Entry } from './entries';

/** What is wrong with one field of an entry. */
export interface EntryProblem {
  /** Field of the entry, with positions in lists. */
  path: (string | number)[];
  code: string;
  zh: string;
  en: string;
}

/** Most decimal places of a point that somebody types. More is a slip or a rounding error from elsewhere. */
const PLACES = 2;

/** What is wrong with an entry whose shape is right. A draft that leaves a value out is not wrong. */
export function checkEntry(indicator: Indicator, entry: Entry): EntryProblem[] {
  return [...checkReason(entry), ...checkValues(indicator, entry)];
}

/** A reason for there being no score stands alone: which of the two would count is nobody's to guess. */
function checkReason({ missing, comment: _, ...values }: Entry): EntryProblem[] {
  if (!missing || Object.values(values).every((value) => value === undefined)) return [];
  return [
    {
      path: ['missing'],
      code: 'valueAndReason',
      zh: '已选未评原因，不能同时有评分，请只留一种',
      en: 'has a reason for no score and a score, keep one of them',
    },
  ];
}

function checkValues({ item, maxPoints }: Indicator, entry: Entry): EntryProblem[] {
  switch (item.kind) {
    case 'points':
      return entry.points === undefined ? [] : checkRange(['points'], entry.points, 0, maxPoints);
    case 'deduct':
      return checkDeduct(item, maxPoints, entry);
    case 'level':
      return checkLevel(item, entry);
    case 'ratio':
      return checkRatio(entry);
    case 'bonus':
      return checkBonus(item, entry);
    case 'metric':
    case 'veto':
      return [];
  }
}

function checkRange(path: EntryProblem['path'], value: number, min: number, max: number): EntryProblem[] {
  if (value < min || value > max) {
    return [
      { path, code: 'outOfRange', zh: `应在 ${min} 到 ${max} 之间`, en: `must be between ${min} and ${max}` },
    ];
  }
  if (dec(value).decimalPlaces() <= PLACES) return [];
  return [
    { path, code: 'tooManyPlaces', zh: `最多 ${PLACES} 位小数`, en: `at most ${PLACES} decimal places` },
  ];
}

function checkDeduct({ rule }: ItemOf<'deduct'>, maxPoints: number, entry: Entry): EntryProblem[] {
  const ways = [entry.deductions, entry.deducted, entry.count].filter((way) => way !== undefined);
  if (ways.length > 1) {
    return [
      { path: [], code: 'twoWays', zh: '扣分只能用一种填法', en: 'state the deduction in one way only' },
    ];
  }
  if (entry.count !== undefined && rule.mode === 'judged') {
    return [
      {
        path: ['count'],
        code: 'notCounted',
        zh: '这一项按次扣分，请逐次填写',
        en: 'is judged each time, list the deductions',
      },
    ];
  }
  if (entry.deducted !== undefined) return checkRange(['deducted'], entry.deducted, 0, maxPoints);
  return (entry.deductions ?? []).flatMap(({ points }, at) => {
    const path = ['deductions', at, 'points'];
    if (rule.mode === 'judged') return checkRange(path, points, rule.min, rule.max);
    if (points > 0 && dec(points).mod(rule.each).isZero()) return [];
    return [
      {
        path,
        code: 'notMultiple',
        zh: `每缺一项扣 ${rule.each} 分，应为其整数倍`,
        en: `must be a multiple of ${rule.each}`,
      },
    ];
  });
}

function checkLevel({ levels, countBy }: ItemOf<'level'>, { level, count }: Entry): EntryProblem[] {
  if (level !== undefined && !levels.some(({ code }) => code === level)) {
    const codes = levels.map(({ code }) => code).join('、');
    return [
      {
        path: ['level'],
        code: 'unknownLevel',
        zh: `没有“${level}”档，可选 ${codes}`,
        en: `has no level ${level}, only ${codes}`,
      },
    ];
  }
  if (count === undefined) return [];
  if (!countBy)
    return [
      {
        path: ['count'],
        code: 'notCounted',
        zh: '这一项直接选档，不填数量',
        en: 'takes a level, not a number',
      },
    ];
  if (level === undefined) return [];
  return [
    {
      path: ['level'],
      code: 'twoWays',
      zh: '填了数量就不用再选档',
      en: 'takes a number or a level, not both',
    },
  ];
}

function checkRatio({ numerator, denominator }: Entry): EntryProblem[] {
  if (denominator === 0) {
    return [
      {
        path: ['denominator'],
        code: 'zeroDenominator',
        zh: '分母不能为 0；确无对象请选“不适用”',
        en: 'cannot be 0; choose “not applicable” if there is nobody',
      },
    ];
  }
  if (numerator === undefined || denominator === undefined || numerator <= denominator) return [];
  return [
    {
      path: ['numerator'],
      code: 'aboveWhole',
      zh: `分子 ${numerator} 大于分母 ${denominator}，是否填反`,
      en: `${numerator} is more than ${denominator}; were they swapped?`,
    },
  ];
}

function checkBonus({ options }: ItemOf<'bonus'>, { uses = [] }: Entry): EntryProblem[] {
  return uses.flatMap(({ option }, at): EntryProblem[] => {
    const path = ['uses', at, 'option'];
    if (!options.some(({ code }) => code === option)) {
      return [{ path, code: 'unknownOption', zh: `没有加分选项“${option}”`, en: `has no option ${option}` }];
    }
    if (uses.findIndex((use) => use.option === option) === at) return [];
    return [
      {
        path,
        code: 'duplicateOption',
        zh: `加分选项“${option}”填了两次，请合并次数`,
        en: `lists ${option} twice, add the numbers up`,
      },
    ];
  });
}
