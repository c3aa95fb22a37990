import { type ActivityFacts, DEFAULT_RULES, VENUE_KINDS } from '@jiedui/shared/activity';
import { describe, expect, it } from 'vitest';
import { annexChecklist } from './annex-checklist';

const facts = (overrides: Partial<ActivityFacts> = {}): ActivityFacts => ({
  startsAt: '2022-11-20T01:00:00.000Z',
  endsAt: '2022-11-20T03:00:00.000Z',
  expectedPeople: 80,
  venueKind: 'site',
  routine: true,
  firstAidOfficer: '示例 何',
  guides: '示例 罗',
  ivolunteerNumber: null,
  hasPublicSecurityApproval: false,
  hasUrbanManagementApproval: false,
  materialsReviewed: true,
  ...overrides,
});
const options = { today: '2022-11-16', venueKinds: VENUE_KINDS };
const check = (overrides?: Partial<ActivityFacts>, state = 'planned') =>
  annexChecklist(facts(overrides), state, DEFAULT_RULES, options);
const codes = (rules: { rule: string }[]) => rules.map(({ rule }) => rule);

describe('annexChecklist', () => {
  it('lists what applies, met and unmet', () => {
    const rules = check();
    expect(codes(rules)).toEqual(['annex1.3b', 'annex1.6b', 'annex1.6c', 'annex1.7a']);
    expect(codes(rules.filter((rule) => rule.missing))).toEqual(['annex1.7a']);
  });

  it('asks for both approvals for a thousand people in a square', () => {
    const rules = check({ expectedPeople: 1000, venueKind: 'square', hasUrbanManagementApproval: true });
    expect(codes(rules)).toContain('annex1.1a');
    expect(rules.find(({ rule }) => rule === 'annex1.1b')?.missing).toBeNull();
    expect(rules.find(({ rule }) => rule === 'annex1.1a')?.missing).not.toBeNull();
  });

  it('asks for the consents of an activity for minors from the start', () => {
    expect(codes(check({ forMinors: true }))).toEqual(expect.arrayContaining(['minors.1a', 'minors.2']));
  });

  it('says by when, and who can supply it', () => {
    for (const rule of check()) {
      expect(rule.by).toBe('2022-11-19');
      expect(rule.whoCanSupply).toEqual(['unit', 'station']);
    }
  });

  it.each([
    ['planned', true, true],
    ['cleared', true, true],
    ['announced', false, true],
    ['held', false, true],
    ['returned', false, true],
    ['reported', false, false],
    ['verified', false, false],
    ['cancelled', false, false],
  ])('%s: announcing is ahead %s, reporting %s', (state, announce, report) => {
    const rules = check({ forMinors: true }, state);
    expect(rules.find(({ rule }) => rule === 'minors.1a')?.ahead).toBe(announce);
    expect(rules.find(({ rule }) => rule === 'minors.2')?.ahead).toBe(report);
  });
});
