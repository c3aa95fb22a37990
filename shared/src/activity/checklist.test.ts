import { describe, expect, it } from 'vitest';
import type { ActivityFacts } from './activity-facts';
import { ANNEX1_RULES } from './annex1-rules';
import { isChecklist, questionsAfter } from './checklist';
import { gate } from './gate';

const facts = (checklist: ActivityFacts['checklist']): ActivityFacts => ({
  startsAt: '2022-11-10T01:00:00.000Z',
  endsAt: '2022-11-10T03:00:00.000Z',
  expectedPeople: 50,
  venueKind: 'site',
  routine: true,
  hasPublicSecurityApproval: false,
  hasUrbanManagementApproval: false,
  materialsReviewed: true,
  checklist,
});

describe('isChecklist', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [{ 'annex1.2': true, 'annex1.4': false }, true],
    [null, false],
    [[], false],
    ['annex1.2', false],
    [{ 'annex1.2': 'yes' }, false],
    [{ 'annex1.2': null }, false],
    [{ 'no code!': true }, false],
    [Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`r${at}`, true])), false],
  ])('%j: %s', (value, expected) => {
    expect(isChecklist(value)).toBe(expected);
  });
});

describe('the questions after the event', () => {
  const codes = questionsAfter(facts(null), ANNEX1_RULES).map(({ code }) => code);

  it('are those of Annex 1', () => {
    expect(codes).toEqual(['annex1.2', 'annex1.4', 'annex1.5', 'annex1.6a', 'annex1.7b']);
  });

  it('hold a report back until each is answered, with yes or no', () => {
    const today = '2022-11-11';
    const open = (checklist: ActivityFacts['checklist']) =>
      gate(facts(checklist), ANNEX1_RULES, 'report', { today }).map(({ rule }) => rule);
    expect(open(null)).toEqual(codes);
    const answers = Object.fromEntries(codes.map((code) => [code, code !== 'annex1.4']));
    expect(open(answers)).toEqual([]);
    const { 'annex1.5': _, ...four } = answers;
    expect(open(four)).toEqual(['annex1.5']);
  });
});
