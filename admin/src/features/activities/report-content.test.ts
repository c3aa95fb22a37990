import { describe, expect, it } from 'vitest';
import { changedFields, contentOf, REPORT_SHAPE, reportProblems } from './report-content';

const row = {
  id: 'a',
  documentId: 'a',
  title: '义诊',
  startsAt: '2022-11-10T01:00:00.000Z',
  endsAt: '2022-11-10T03:00:00.000Z',
};
const empty = contentOf(row);

describe('a report', () => {
  it('starts with what the record has, and nothing for the rest', () => {
    expect(contentOf({ ...row, actualPeople: 0, summary: '', checklist: 'x' })).toEqual({
      ...empty,
      actualPeople: 0,
    });
  });

  it('differs in the fields that differ; the order of answers is no difference', () => {
    const one = { ...empty, checklist: { a: true, b: false } };
    expect(changedFields(one, { ...empty, checklist: { b: false, a: true } })).toEqual([]);
    expect(changedFields(one, { ...empty, checklist: { a: true }, minutes: '记录' })).toEqual([
      'minutes',
      'checklist',
    ]);
    expect(REPORT_SHAPE.same(one, empty)).toBe(false);
  });

  it('is told what the server would refuse, of its own fields only', () => {
    const problems = reportProblems({ ...row, title: '' }, { ...empty, actualPeople: 10, minors: 11 }, 'zh');
    expect(problems.map(({ path, code }) => [path[0], code])).toEqual([['minors', 'OUT_OF_RANGE']]);
    expect(problems[0]?.message).toContain('10');
  });

  it('leaves a refused field out and keeps the others', () => {
    expect(REPORT_SHAPE.partOf({ path: ['minors'], code: 'OUT_OF_RANGE', message: '' })).toBe('minors');
    expect(REPORT_SHAPE.partOf({ path: ['title'], code: 'REQUIRED', message: '' })).toBeNull();
    expect(REPORT_SHAPE.put({ ...empty, minors: 11 }, 'minors', undefined)).toEqual(empty);
  });
});
