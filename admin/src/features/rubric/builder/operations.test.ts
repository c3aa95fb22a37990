import { checkRubric, ITEM_KINDS, type RubricDraft, rubricPreset } from '@jiedui/shared/rubric';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCode, nextDimensionCode } from './codes';
import { begin, edited, redone, undone } from './history';
import { newIndicator, newItem, withKind } from './new-parts';
import {
  addDimension,
  addIndicator,
  changeDimension,
  changeIndicator,
  copyDimension,
  copyIndicator,
  followBandCode,
  indicatorAt,
  moveDimension,
  moveIndicator,
  type Place,
  removeDimension,
  removeIndicator,
  stepOf,
} from './operations';

const draft = (): RubricDraft => rubricPreset('documentsAndOnSite');
const codes = ({ dimensions }: RubricDraft): string =>
  dimensions.map(({ code, indicators }) => `${code}:${indicators.map((one) => one.code)}`).join(' ');
const at = (rubric: RubricDraft, place: Place) => {
  const found = indicatorAt(rubric, place);
  if (!found) throw new Error('no indicator');
  return found;
};

describe('editing a rubric', () => {
  it.each<[why: string, edit: (rubric: RubricDraft) => RubricDraft, after: string]>([
    ['as it is', (r) => r, 'M:M1,M2 R:R1 S:S1 Q:Q1,Q2 N:N1,N2,N3'],
    ['a dimension more', addDimension, 'M:M1,M2 R:R1 S:S1 Q:Q1,Q2 N:N1,N2,N3 A:'],
    ['an indicator more', (r) => addIndicator(r, 1), 'M:M1,M2 R:R1,R2 S:S1 Q:Q1,Q2 N:N1,N2,N3'],
    ['a copy behind', (r) => copyIndicator(r, { d: 0, i: 0 }), 'M:M1,M3,M2 R:R1 S:S1 Q:Q1,Q2 N:N1,N2,N3'],
    ['a dimension copied', (r) => copyDimension(r, 0), 'M:M1,M2 A:A1,A2 R:R1 S:S1 Q:Q1,Q2 N:N1,N2,N3'],
    ['one less', (r) => removeIndicator(r, { d: 4, i: 1 }), 'M:M1,M2 R:R1 S:S1 Q:Q1,Q2 N:N1,N3'],
    ['a dimension less', (r) => removeDimension(r, 4), 'M:M1,M2 R:R1 S:S1 Q:Q1,Q2'],
    [
      'to another dimension',
      (r) => moveIndicator(r, { d: 0, i: 1 }, { d: 1, i: 0 }),
      'M:M1 R:M2,R1 S:S1 Q:Q1,Q2 N:N1,N2,N3',
    ],
    [
      'within',
      (r) => moveIndicator(r, { d: 4, i: 0 }, { d: 4, i: 2 }),
      'M:M1,M2 R:R1 S:S1 Q:Q1,Q2 N:N2,N3,N1',
    ],
    ['dimensions', (r) => moveDimension(r, 4, 0), 'N:N1,N2,N3 M:M1,M2 R:R1 S:S1 Q:Q1,Q2'],
    ['nothing there', (r) => removeIndicator(r, { d: 9, i: 9 }), 'M:M1,M2 R:R1 S:S1 Q:Q1,Q2 N:N1,N2,N3'],
  ])('%s', (_why, edit, after) => {
    const before = draft();
    expect(codes(edit(before))).toBe(after);
    expect(before).toEqual(draft());
  });

  it('lets tie-breaks follow a code, and go with what they name', () => {
    const dimension = draft().dimensions[2];
    if (!dimension) throw new Error('no dimension');
    const renamed = changeDimension(draft(), 2, { ...dimension, code: 'X' });
    expect(renamed.tieBreaks).toEqual(['penalty', 'dimension:X', 'source:inspection', 'rawMean']);
    expect(removeDimension(renamed, 2).tieBreaks).toEqual(['penalty', 'source:inspection', 'rawMean']);
    const tied = { ...draft(), tieBreaks: ['indicator:M1'] };
    const other = changeIndicator(tied, { d: 0, i: 0 }, { ...at(tied, { d: 0, i: 0 }), code: 'K' });
    expect(other.tieBreaks).toEqual(['indicator:K']);
    expect(removeIndicator(other, { d: 0, i: 0 }).tieBreaks).toEqual([]);
  });

  it('lets a veto follow the code of its band', () => {
    const next = followBandCode(draft(), 'unqualified', 'bad');
    expect(at(next, { d: 4, i: 1 }).item).toEqual({ kind: 'veto', effect: 'band', band: 'bad' });
  });

  it('steps over the edge of a dimension and stops at the ends', () => {
    expect(stepOf(draft(), { d: 0, i: 1 }, -1)).toEqual({ d: 0, i: 0 });
    expect(stepOf(draft(), { d: 0, i: 1 }, 1)).toEqual({ d: 1, i: 0 });
    expect(stepOf(draft(), { d: 1, i: 0 }, -1)).toEqual({ d: 0, i: 2 });
    expect(stepOf(draft(), { d: 0, i: 0 }, -1)).toBeNull();
    expect(stepOf(draft(), { d: 4, i: 2 }, 1)).toBeNull();
  });

  it('keeps every indicator once, wherever it is moved', () => {
    const place = fc.record({ d: fc.nat(4), i: fc.nat(3) });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const all = (rubric: RubricDraft) =>
          codes(rubric)
            .match(/[A-Z]\d/g)
            ?.sort();
        expect(all(moveIndicator(draft(), from, to))).toEqual(all(draft()));
      }),
    );
  });

  it.each(ITEM_KINDS)('begins %s so that it can be used once it has a name', (kind) => {
    const fresh = { ...newIndicator('X1', kind), name: '新指标' };
    const first = draft().dimensions[0];
    const rubric = {
      ...draft(),
      dimensions: [{ ...first, indicators: [...(first?.indicators ?? []), fresh] }],
    };
    const about = checkRubric({ ...rubric, tieBreaks: [] }).filter(({ message }) =>
      message.zh.includes('X1'),
    );
    expect(about).toEqual([]);
  });

  it('keeps the points of another kind, but a veto has none', () => {
    const first = at(draft(), { d: 0, i: 0 });
    expect(withKind(first, 'ratio')).toMatchObject({
      maxPoints: 20,
      item: { steps: [{ at: 80, points: 20 }] },
    });
    expect(withKind(first, 'veto').maxPoints).toBe(0);
    expect(withKind(withKind(first, 'veto'), 'points').maxPoints).toBe(10);
    expect(newItem('bonus', 5)).toEqual({ kind: 'bonus', options: [{ code: 'A', points: 1 }] });
  });
});

describe('codes', () => {
  it('are proposed after Z too, and typed in any width', () => {
    let rubric: RubricDraft = { ...draft(), dimensions: [] };
    for (let turn = 0; turn < 27; turn += 1) rubric = addDimension(rubric);
    expect(rubric.dimensions.at(-1)?.code).toBe('A1');
    expect(nextDimensionCode(rubric)).toBe('B1');
    expect(asCode(' Ａ１ 2')).toBe('A12');
  });
});

describe('the history of a draft', () => {
  it('takes back an edit, typing on in one field as a whole, and does it again', () => {
    const typed = edited(edited(edited(begin(''), 'a', 'name'), 'ab', 'name'), 'ab!', null);
    expect(undone(typed).present).toBe('ab');
    expect(undone(undone(typed)).present).toBe('');
    expect(undone(undone(undone(typed))).present).toBe('');
    expect(redone(redone(undone(undone(typed)))).present).toBe('ab!');
    expect(redone(edited(undone(typed), 'new', null)).present).toBe('new');
  });
});
