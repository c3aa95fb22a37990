import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from '../presets';
import type { Dimension, Indicator, Rubric } from '../schema';
import { diffRubrics, type RubricChange } from './diff-rubrics';
import { longestRising } from './keyed';

const CODES = Object.keys(RUBRIC_PRESETS) as RubricPresetCode[];
const base = () => rubricPreset('documentsAndOnSite');

type Edit = (rubric: Rubric) => void;
const after = (edit: Edit): Rubric => {
  const rubric = base();
  edit(rubric);
  return rubric;
};
const dimension = (rubric: Rubric, at: number) => rubric.dimensions[at] as Dimension;
const indicator = (rubric: Rubric, d: number, i: number) => dimension(rubric, d).indicators[i] as Indicator;
const told = (edit: Edit): string[] => diffRubrics(base(), after(edit)).map(({ words }) => words.zh);

describe('diffRubrics', () => {
  it.each<[why: string, edit: Edit, words: string[]]>([
    [
      'points',
      (r) => {
        indicator(r, 0, 0).maxPoints = 25;
      },
      ['M1 计划和月度安排 分值：由“20”改为“25”'],
    ],
    [
      'a name',
      (r) => {
        indicator(r, 0, 0).name = '年度计划';
      },
      ['M1：由“计划和月度安排”更名为“年度计划”'],
    ],
    [
      'a standard that is gone',
      (r) => {
        delete indicator(r, 0, 0).standard;
      },
      ['M1 计划和月度安排 评分标准：由“年度计划、月度安排齐全并按时公布。”改为空'],
    ],
    [
      'a kind',
      (r) => {
        indicator(r, 0, 0).item = { kind: 'deduct', from: 'item', rule: { mode: 'perMissing', each: 2 } };
      },
      ['M1 计划和月度安排 计分办法：由“评分”改为“扣分，每缺一项扣 2 分”'],
    ],
    [
      'who judges',
      (r) => {
        indicator(r, 0, 0).sources = ['inspection'];
      },
      ['M1 计划和月度安排 评价主体：由“全部”改为“督查”'],
    ],
    [
      'another dimension',
      (r) => {
        dimension(r, 1).indicators.push(...dimension(r, 0).indicators.splice(0, 1));
      },
      ['M1 计划和月度安排：由“材料审核”移到“日常报送”'],
    ],
    [
      'one that changes places is named, not all that make room',
      (r) => {
        dimension(r, 4).indicators.push(...dimension(r, 4).indicators.splice(0, 1));
      },
      ['N1 负面清单：顺序有调整'],
    ],
    [
      'one removed',
      (r) => {
        dimension(r, 0).indicators.splice(1, 1);
      },
      ['删除指标 M2 活动资料（30 分，“材料审核”）'],
    ],
    [
      'dimensions',
      (r) => {
        r.dimensions.push({ code: 'Z', name: '新维度', indicators: [] });
        dimension(r, 0).name = '资料';
        dimension(r, 0).base = 10;
      },
      ['维度 M：由“材料审核”更名为“资料”', '维度“资料”起评分：由“无”改为“10 分”', '新增维度“新维度”'],
    ],
    [
      'rules',
      (r) => {
        r.minRaters = 5;
        delete r.penaltyCap;
        r.bandsByClass = { school: [{ code: 'all', label: { zh: '全部', en: 'All' }, min: 0 }] };
      },
      [
        '排名所需测评员：由“3 名”改为“5 名”',
        '总分扣分上限：由“20 分”改为“不限”',
        '学校等次：由“同一般等次”改为“全部 ≥ 0”',
      ],
    ],
    [
      'a code behind words that stay',
      (r) => {
        r.bands = r.bands.map((band, at) => (at === 0 ? { ...band, code: 'best' } : band));
      },
      ['等次：编码有调整，文字不变'],
    ],
  ])('names %s', (_why, edit, words) => {
    expect(told(edit).sort()).toEqual([...words].sort());
  });

  it('says a removed and an added one where a code changes', () => {
    const changes = diffRubrics(
      base(),
      after((r) => {
        indicator(r, 0, 0).code = 'M9';
      }),
    );
    expect(changes.map(({ kind, code }) => `${kind} ${code}`)).toEqual(['added M9', 'removed M1']);
  });

  it('has words in both languages for all that lies between two presets', () => {
    for (const one of CODES) {
      for (const other of CODES) {
        const changes = diffRubrics(rubricPreset(one), rubricPreset(other));
        expect(changes.length === 0).toBe(one === other);
        expect(changes.every(({ words }) => words.zh !== '' && words.en !== '')).toBe(true);
      }
    }
  });
});

/** Edits that each change one thing, with what has to be named. */
type Named = { edit: Edit; of: (rubric: Rubric) => Pick<RubricChange, 'kind' | 'code'> };

const place = fc.record({ d: fc.nat(4), i: fc.nat(2) });
const target = ({ d, i }: { d: number; i: number }) => {
  const at = d % base().dimensions.length;
  return { d: at, i: i % dimension(base(), at).indicators.length };
};
const edits: fc.Arbitrary<Named> = fc.oneof(
  fc.tuple(place, fc.constantFrom('maxPoints', 'standard', 'dataSource')).map(([at, field]): Named => {
    const { d, i } = target(at);
    return {
      edit: (r) => {
        Object.assign(indicator(r, d, i), { [field]: field === 'maxPoints' ? 77 : '另行规定' });
      },
      of: (r) => ({ kind: 'changed', code: indicator(r, d, i).code }),
    };
  }),
  place.map((at): Named => {
    const { d, i } = target(at);
    return {
      edit: (r) => {
        indicator(r, d, i).name += '(修订)';
      },
      of: (r) => ({ kind: 'renamed', code: indicator(r, d, i).code }),
    };
  }),
  place.map((at): Named => {
    const { d, i } = target(at);
    return {
      edit: (r) => {
        dimension(r, d).indicators.splice(i, 1);
      },
      of: (r) => ({ kind: 'removed', code: indicator(r, d, i).code }),
    };
  }),
  fc.constantFrom<Named>(
    {
      edit: (r) => {
        r.digits = 1;
      },
      of: () => ({ kind: 'changed' }),
    },
    {
      edit: (r) => {
        r.tieBreaks = ['composite'];
      },
      of: () => ({ kind: 'changed' }),
    },
  ),
);

describe('properties of a difference', () => {
  it('is empty between equals', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODES), (code) => {
        expect(diffRubrics(rubricPreset(code), rubricPreset(code))).toEqual([]);
      }),
    );
  });

  it('names each change, and what was added on the way there is removed on the way back', () => {
    fc.assert(
      fc.property(edits, ({ edit, of }) => {
        const [old, now] = [base(), after(edit)];
        expect(diffRubrics(old, now)).toContainEqual(expect.objectContaining(of(old)));
        const back = (kind: string) => (kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind);
        const kinds = (changes: RubricChange[]) => changes.map(({ kind, code }) => `${kind} ${code}`).sort();
        const there = diffRubrics(old, now).map((change) => ({ ...change, kind: back(change.kind) }));
        expect(kinds(diffRubrics(now, old))).toEqual(kinds(there as RubricChange[]));
      }),
    );
  });

  it('names a new order by as few as can have moved', () => {
    const numbers = fc.uniqueArray(fc.nat(30), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, (order) => {
        const run = longestRising(order).map((at) => order[at] as number);
        expect(run).toEqual([...run].sort((a, b) => a - b));
        expect(run.length).toBeGreaterThanOrEqual(Math.min(1, order.length));
        const codes = order.map((code) => ({ code: String(code), name: '', indicators: [] }));
        const sorted = [...codes].sort((a, b) => Number(a.code) - Number(b.code));
        const moved = diffRubrics({ ...base(), dimensions: sorted }, { ...base(), dimensions: codes });
        expect(moved).toHaveLength(order.length - run.length);
      }),
    );
  });
});
