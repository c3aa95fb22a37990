import { describe, expect, it } from 'vitest';
import { amendSheet, beforeTalks, type ExplainNode, type Sheet, scoreUnit, sheetPoints } from '.';
import { makeIndicator, makeRubric, makeSheet } from './test-builders';

const RUBRIC = makeRubric([makeIndicator('P1', 10), makeIndicator('P2', 10)]);
const sheet = makeSheet('s', { P1: { points: 4 }, P2: { points: 5 } });

describe('a sheet that a talk changes', () => {
  it.each([
    ['nothing said', {}, null],
    ['the same again', { P1: { points: 4 } }, null],
    ['the same in another order', { P1: { comment: undefined, points: 4 } }, null],
    ['another number', { P1: { points: 7 } }, ['P1']],
    ['a comment alone', { P1: { points: 4, comment: '依据' } }, ['P1']],
    ['one of two', { P1: { points: 4 }, P2: { points: 6 } }, ['P2']],
    ['a reason for none', { P2: { missing: 'lost' as const } }, ['P2']],
  ])('%s → %j', (_, changes, changed) => {
    expect(amendSheet(sheet, changes, '理由')?.changed ?? null).toEqual(changed);
  });

  it('keeps what was before the first talk, however often it is changed', () => {
    const first = amendSheet(sheet, { P1: { points: 7 } }, '一');
    const second = amendSheet(changedBy(sheet, first), { P1: { points: 8 } }, '二');
    expect(second?.moderated).toEqual({ P1: { former: { points: 4 }, reason: '二' } });
    expect(beforeTalks(changedBy(sheet, second))).toEqual(sheet);
    expect(beforeTalks(sheet)).toBe(sheet);
  });

  it('takes away again what was not there before', () => {
    const empty = makeSheet('s', { P2: { points: 5 } });
    const amended = amendSheet(empty, { P1: { points: 7 } }, '补评');
    expect(amended?.moderated).toEqual({ P1: { former: null, reason: '补评' } });
    expect(beforeTalks(changedBy(empty, amended))).toEqual(empty);
  });

  it('counts as it is now and says what it was, in the explanation of the unit', () => {
    const changed = changedBy(sheet, amendSheet(sheet, { P1: { points: 7 } }, '漏看附件'));
    expect(sheetPoints(RUBRIC, changed).total).toBe(12);
    expect(sheetPoints(RUBRIC, beforeTalks(changed)).total).toBe(9);
    const words = wordsOf(scoreUnit(RUBRIC, [changed]).explanation);
    expect(words.filter((zh) => zh.includes('经会商由 4 改为 7，理由：漏看附件'))).toHaveLength(1);
    expect(wordsOf(scoreUnit(RUBRIC, [sheet]).explanation).join()).not.toContain('会商');
  });

  it('says so in words where there was or is no score', () => {
    const changed = changedBy(sheet, amendSheet(sheet, { P1: { missing: 'lost' } }, '材料遗失'));
    expect(wordsOf(scoreUnit(RUBRIC, [changed]).explanation).join()).toMatch(
      /经会商由 4 改为 \S+，理由：材料遗失/,
    );
  });
});

function changedBy(before: Sheet, amended: ReturnType<typeof amendSheet>): Sheet {
  if (!amended) throw new Error('Nothing was changed');
  const { entries, moderated } = amended;
  return { ...before, entries, moderated };
}

const wordsOf = ({ words, children = [] }: ExplainNode): string[] => [words.zh, ...children.flatMap(wordsOf)];
