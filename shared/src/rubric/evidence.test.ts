import { describe, expect, it } from 'vitest';
import { contentHash } from '../canonical';
import { type EvidenceAsked, evidenceWords } from './evidence';
import { rubricSchema } from './schema';
import { readIndicator } from './workbook/read-row';

const indicator = { code: 'A1', name: '活动', maxPoints: 10, item: { kind: 'points' } };
const rubric = (more: object = {}) =>
  rubricSchema.parse({
    name: '体系',
    dimensions: [{ code: 'A', name: '维', indicators: [{ ...indicator, ...more }] }],
  });

describe('the evidence that an indicator asks for', () => {
  it('changes no fingerprint of a rubric that asks for none', () => {
    expect(Object.keys(rubric().dimensions[0]?.indicators[0] ?? {})).toEqual(Object.keys(indicator));
    const asking = rubric({ evidence: { kinds: ['ledger'] } });
    expect(contentHash(asking)).not.toBe(contentHash(rubric()));
  });

  it.each<[EvidenceAsked, string]>([
    [{ kinds: ['activities', 'photos'] }, '活动、照片'],
    [{ kinds: ['activities'], categories: ['partyLecture', 'science'] }, '活动（partyLecture、science）'],
  ])('%j reads “%s”', (asked, words) => {
    expect(evidenceWords(asked).zh).toBe(words);
  });

  const read = (cell: string) => {
    const cells = { 指标编码: 'A1', 指标: '活动', 类型: '评分', 分值: 10, 佐证记录: cell };
    const answer = readIndicator({ row: 2, cells }, () => 'A1');
    return 'errors' in answer
      ? answer.errors.map(({ column, code }) => `${column} ${code}`)
      : answer.indicator.evidence;
  };

  it.each<[string, unknown, string]>([
    ['', undefined, 'nothing asked'],
    ['活动', { kinds: ['activities'] }, 'one kind'],
    ['活动，台账 照片', { kinds: ['activities', 'ledger', 'photos'] }, 'however they are divided'],
    [
      '活动；类别＝partyLecture、science',
      { kinds: ['activities'], categories: ['partyLecture', 'science'] },
      'some',
    ],
    ['活动;', { kinds: ['activities'] }, 'a trailing sign'],
    ['会议', ['佐证记录 unknownEvidence'], 'no such records'],
    ['活动;类别=', ['佐证记录 unknownEvidence'], 'no category'],
    ['活动;类别=a;类别=b', ['佐证记录 unknownEvidence'], 'twice'],
  ])('“%s” in a workbook is %j (%s)', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });
});
