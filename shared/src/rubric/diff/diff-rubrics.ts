import type { Words } from '../../text/words';
import type { Dimension, Rubric } from '../schema';
import { fromTo, type RubricChange } from './change';
import { indicatorChanges, type Placed } from './indicator-changes';
import { matchByCode } from './keyed';
import { ruleChanges } from './rule-changes';

export type { RubricChange } from './change';

/**
 * What differs between two versions, in plain words: the rules first, then dimensions and indicators in the order of
 * the later one, at last what is gone. Matched by code, so a changed code reads as one removed and one added. Empty
 * if, and only if, both say the same (codes being unique, as every rubric in use has them).
 */
export function diffRubrics(before: Rubric, after: Rubric): RubricChange[] {
  return [
    ...ruleChanges(before, after),
    ...dimensionChanges(before.dimensions, after.dimensions),
    ...indicatorsDiff(before, after),
  ];
}

function dimensionChanges(before: readonly Dimension[], after: readonly Dimension[]): RubricChange[] {
  const { added, removed, both } = matchByCode(before, after);
  const of = (kind: RubricChange['kind'], code: string, words: Words): RubricChange => ({
    kind,
    about: 'dimension',
    code,
    words,
  });
  return [
    ...added.map(({ after: { code, name } }) =>
      of('added', code, { zh: `新增维度“${name}”`, en: `New dimension “${name}”` }),
    ),
    ...both.flatMap(({ before: old, after: now, moved }) => [
      ...(old.name === now.name
        ? []
        : [
            of('renamed', now.code, {
              zh: `维度 ${now.code}：由“${old.name}”更名为“${now.name}”`,
              en: `Dimension ${now.code}: “${old.name}” is now called “${now.name}”`,
            }),
          ]),
      ...(moved
        ? [
            of('moved', now.code, {
              zh: `维度“${now.name}”：顺序有调整`,
              en: `Dimension “${now.name}” stands in another place`,
            }),
          ]
        : []),
      ...(old.base === now.base
        ? []
        : [
            of(
              'changed',
              now.code,
              fromTo(
                { zh: `维度“${now.name}”起评分`, en: `Dimension “${now.name}”, base` },
                base(old),
                base(now),
              ),
            ),
          ]),
    ]),
    ...removed.map(({ before: { code, name } }) =>
      of('removed', code, { zh: `删除维度“${name}”`, en: `Dimension “${name}” removed` }),
    ),
  ];
}

const base = ({ base: points }: Dimension): Words =>
  points === undefined ? { zh: '无', en: 'none' } : { zh: `${points} 分`, en: `${points} points` };

function indicatorsDiff(before: Rubric, after: Rubric): RubricChange[] {
  const { added, removed, both } = matchByCode(placed(before), placed(after));
  const moved = movedWithin(both);
  const words = ({ indicator, dimension }: Placed, zh: string, en: string): Words => ({
    zh: `${zh}指标 ${indicator.code} ${indicator.name}（${indicator.maxPoints} 分，“${dimension.name}”）`,
    en: `${en} ${indicator.code} ${indicator.name} (${indicator.maxPoints} points, “${dimension.name}”)`,
  });
  const about = 'indicator' as const;
  return [
    ...added.map(({ after: one }) => ({
      kind: 'added' as const,
      about,
      code: one.code,
      words: words(one, '新增', 'New indicator'),
    })),
    ...both.flatMap((pair) =>
      indicatorChanges(pair, moved.has(pair.key), [before, after]).map((change) => ({
        ...change,
        about,
        code: pair.after.code,
      })),
    ),
    ...removed.map(({ before: one }) => ({
      kind: 'removed' as const,
      about,
      code: one.code,
      words: words(one, '删除', 'Removed indicator'),
    })),
  ];
}

const placed = (rubric: Rubric): Placed[] =>
  rubric.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({ code: indicator.code, indicator, dimension })),
  );

/** Of the indicators that stay in their dimension those that change places in it; dimensions may move themselves. */
function movedWithin(both: readonly { key: string; before: Placed; after: Placed }[]): Set<string> {
  const stay = both.filter(({ before, after }) => before.dimension.code === after.dimension.code);
  const dimensions = [...new Set(stay.map(({ after }) => after.dimension))];
  const keys = dimensions.flatMap((dimension) => {
    const now = stay.filter(({ after }) => after.dimension === dimension);
    const place = (one: (typeof now)[number]) =>
      one.before.dimension.indicators.indexOf(one.before.indicator);
    const old = [...now].sort((a, b) => place(a) - place(b));
    const asCodes = (list: typeof now) => list.map(({ key }) => ({ code: key }));
    return matchByCode(asCodes(old), asCodes(now))
      .both.filter(({ moved }) => moved)
      .map(({ key }) => key);
  });
  return new Set(keys);
}
