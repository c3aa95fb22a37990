import type { ActivityFacts } from '@jiedui/shared/activity';
import type { Row } from '../../providers/row';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
// The API gives files as a list, also where there can be one only.
const isThere = (files: unknown): boolean => Array.isArray(files) && files.length > 0;

/** The record as the rules of Annex 1 read it. Needs the two approvals populated. */
export function factsOf(row: Row): ActivityFacts {
  return {
    startsAt: text(row.startsAt),
    endsAt: text(row.endsAt),
    expectedPeople: Number(row.expectedPeople ?? 0),
    venueKind: text(row.venueKind),
    routine: row.routine === true,
    firstAidOfficer: text(row.firstAidOfficer) || null,
    ivolunteerNumber: text(row.ivolunteerNumber) || null,
    hasPublicSecurityApproval: isThere(row.publicSecurityApproval),
    hasUrbanManagementApproval: isThere(row.urbanManagementApproval),
    materialsReviewed: row.materialsReviewed === true,
  };
}
