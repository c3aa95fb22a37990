import type { Instant } from '../calendar';
import type { SecurityLevel } from './activity-rule';

export const MATERIAL_KINDS = ['backdrop', 'banner', 'board'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** One backdrop, banner or board with what it shows and whether the competent office has reviewed it. */
export type ActivityMaterial = {
  kind: MaterialKind;
  showsTheme: boolean;
  showsHost: boolean;
  showsTime: boolean;
  reviewed: boolean;
};

/** What the rules need to know of an activity. */
export type ActivityFacts = {
  startsAt: Instant;
  endsAt: Instant;
  expectedPeople: number;
  /** Code of a venue kind of the programme. */
  venueKind: string;
  /** 常态化开展: held regularly, may do without a backdrop. */
  routine: boolean;
  firstAidOfficer?: string | null;
  /** The volunteers who guide participants, by name. */
  guides?: string | null;
  ivolunteerNumber?: string | null;
  hasPublicSecurityApproval: boolean;
  /** Level of the organ that gave the approval; unknown counts as county, the lowest that Annex 1 accepts. */
  publicSecurityLevel?: SecurityLevel | null;
  hasUrbanManagementApproval: boolean;
  /** Somebody confirmed for the whole set that it shows theme, host and time and was reviewed. */
  materialsReviewed: boolean;
  /**
   * The pieces one by one. Where any are listed they speak for themselves and `materialsReviewed` is not
   * asked.
   */
  materials?: readonly ActivityMaterial[] | null;
  /** Children and young people are whom it is for. */
  forMinors?: boolean;
  /** Who is answerable for the safety of the minors. */
  safeguardingPerson?: string | null;
  /** How many minors signed up; unknown until somebody has counted them. */
  minorsSignedUp?: number | null;
  /** How many guardians' consents are kept. Left out where the reader may not know; the server always does. */
  guardianConsents?: number;
  /**
   * Answers after the event by rule code; `false` (it was not so) is an answer too, for an honest "no" must
   * not stop a report. Leave the field out where no answers are kept; `null` means that none was given yet.
   */
  checklist?: Readonly<Record<string, boolean>> | null;
};

/** Whether a piece in this state (see the machine of `activity-material`) was reviewed and found right. */
export const isReviewed = (state: unknown): boolean => state === 'approved';
