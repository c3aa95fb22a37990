import {
  type ActivityFacts,
  type ActivityMaterial,
  isChecklist,
  isReviewed,
  MATERIAL_KINDS,
} from '@jiedui/shared/activity';
import type { Row } from '../../providers/row';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
// The API gives files as a list, also where there can be one only.
const isThere = (files: unknown): boolean => Array.isArray(files) && files.length > 0;

/** What is kept beside the activity; what the role may not read is left out. */
export type Kept = Pick<ActivityFacts, 'materials' | 'guardianConsents'>;

/** The record as the rules read it. Needs the two approvals populated. */
export function factsOf(row: Row, kept: Kept): ActivityFacts {
  return {
    startsAt: text(row.startsAt),
    endsAt: text(row.endsAt),
    expectedPeople: Number(row.expectedPeople ?? 0),
    venueKind: text(row.venueKind),
    routine: row.routine === true,
    firstAidOfficer: text(row.firstAidOfficer) || null,
    guides: text(row.guides) || null,
    forMinors: row.forMinors === true,
    safeguardingPerson: text(row.safeguardingPerson) || null,
    minorsSignedUp: typeof row.minorsSignedUp === 'number' ? row.minorsSignedUp : null,
    ivolunteerNumber: text(row.ivolunteerNumber) || null,
    hasPublicSecurityApproval: isThere(row.publicSecurityApproval),
    publicSecurityLevel: row.publicSecurityLevel === 'city' ? 'city' : 'county',
    hasUrbanManagementApproval: isThere(row.urbanManagementApproval),
    materialsReviewed: row.materialsReviewed === true,
    checklist: isChecklist(row.checklist) ? row.checklist : null,
    ...kept,
  };
}

/** A piece's record as the rules read it. */
export function materialOf(row: Row): ActivityMaterial {
  return {
    kind: MATERIAL_KINDS.find((kind) => kind === row.kind) ?? 'board',
    showsTheme: row.showsTheme === true,
    showsHost: row.showsHost === true,
    showsTime: row.showsTime === true,
    reviewed: isReviewed(row.state),
  };
}
