import { type ActivityFacts, ANNEX1_RULES, VENUE_KINDS } from '@jiedui/shared/activity';
import { describe, expect, it } from 'vitest';
import { annexChecklist } from './annex-checklist';

const facts = (overrides: Partial<ActivityFacts> = {}): ActivityFacts => ({
  startsAt: '2022-11-20T01:00:00.000Z',
  endsAt: '2022-11-20T03:00:00.000Z',
  expectedPeople: 80,
  venueKind: 'site',
  routine: true,
  firstAidOfficer: '示例 何',
  ivolunteerNumber: null,
  hasPublicSecurityApproval: false,
  hasUrbanManagementApproval: false,
  materialsReviewed: true,
  ...overrides,
});
const options = { today: '2022-11-16', venueKinds: VENUE_KINDS };
const check = (overrides?: Partial<ActivityFacts>) => annexChecklist(facts(overrides), ANNEX1_RULES, options);
const codes = (rules: { code: string }[]) => rules.map((rule) => rule.code);

describe('annexChecklist', () => {
  it('lists what applies, met and unmet', () => {
    const rules = check();
    expect(codes(rules)).toEqual(['annex1.3b', 'annex1.6b', 'annex1.7a']);
    expect(codes(rules.filter((rule) => rule.missing))).toEqual(['annex1.7a']);
  });

  it('asks for both approvals for a thousand people in a square', () => {
    const rules = check({ expectedPeople: 1000, venueKind: 'square', hasUrbanManagementApproval: true });
    expect(codes(rules)).toContain('annex1.1a');
    expect(rules.find((rule) => rule.code === 'annex1.1b')?.missing).toBeNull();
    expect(rules.find((rule) => rule.code === 'annex1.1a')?.missing).not.toBeNull();
  });

  it('says by when: the day before', () => {
    expect(check().every((rule) => rule.by === '2022-11-19')).toBe(true);
  });
});
