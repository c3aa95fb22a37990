import type { Filed, FilingDue, FilingStanding, PartyKind, StandingCounts } from '@jiedui/shared/filing';
import type { Words } from '@jiedui/shared/text';
import type { FilterField } from '../../ui/list/filter-field';
import type { Tone } from '../../ui/tone';

/** What is asked for, as `/filings` says it. */
export type Duty = {
  resource: Filed;
  requirement: { documentId: string; title: string };
  period: string | null;
  due: FilingDue;
  dataCutOff: string | null;
  addendaUntil: string | null;
  daysLeft: number;
};
export type DutyCounts = Duty & { counts: StandingCounts };

export type Party = {
  per: PartyKind;
  documentId: string;
  name: string;
  standing: FilingStanding;
  filing: {
    documentId: string;
    state: string;
    lateDays: number | null;
    receivedAt: string | null;
    receiptNumber: string | null;
  } | null;
};
export type OwnDuty = Duty & { party: Party };

export const STANDING_TONE: Record<FilingStanding, Tone> = {
  met: 'green',
  late: 'amber',
  missing: 'red',
  notYet: 'neutral',
};

/** The pages of a kind of filing: where they are, how they are called, and what its lists show. */
export type FilingKind = {
  resource: Filed;
  path: string;
  requirementPath: string;
  title: Words;
  own: Words;
  overview: Words;
  queue: Words | null;
  list: Words;
  requirements: Words;
  columns: readonly (string | { field: string; sort: boolean | string; width?: number })[];
  filters: readonly FilterField[];
  /** The fields of the form that starts one for somebody else. */
  form: readonly string[];
  /** What is not filled in on the page of a filing itself. */
  editFields: readonly string[];
};

export const REPORTS: FilingKind = {
  resource: 'report',
  path: 'reports',
  requirementPath: 'report-requirements',
  title: { zh: '工作报送', en: 'Reports' },
  own: { zh: '我的报送', en: 'My reports' },
  overview: { zh: '报送情况', en: 'Who has reported' },
  queue: null,
  list: { zh: '全部报送', en: 'All reports' },
  requirements: { zh: '报送事项', en: 'What is to be reported' },
  columns: [
    { field: 'title', sort: true },
    { field: 'firstSubmittedAt', sort: true, width: 150 },
    { field: 'lateDays', sort: true, width: 90 },
    { field: 'receiptNumber', sort: true, width: 160 },
    { field: 'state', sort: true, width: 90 },
  ],
  filters: [
    { kind: 'relation', field: 'requirement' },
    { kind: 'enum', field: 'state' },
    { kind: 'relation', field: 'unit' },
    { kind: 'relation', field: 'station' },
  ],
  form: ['requirement', 'unit', 'station', 'department'],
  editFields: [],
};

export const MATERIALS: FilingKind = {
  resource: 'material-submission',
  path: 'material-submissions',
  requirementPath: 'filing-requirements',
  title: { zh: '材料上报', en: 'Materials' },
  own: { zh: '本站上报', en: 'Our materials' },
  overview: { zh: '上报情况', en: 'Who has filed' },
  queue: { zh: '待转报', en: 'To forward' },
  list: { zh: '全部材料', en: 'All materials' },
  requirements: { zh: '上报要求', en: 'What is to be filed' },
  columns: [
    { field: 'title', sort: true },
    { field: 'firstSubmittedAt', sort: true, width: 150 },
    { field: 'lateDays', sort: true, width: 90 },
    { field: 'receiptNumber', sort: true, width: 160 },
    { field: 'state', sort: true, width: 110 },
  ],
  filters: [
    { kind: 'relation', field: 'requirement' },
    { kind: 'enum', field: 'state' },
    { kind: 'relation', field: 'station' },
  ],
  form: ['requirement', 'period', 'station', 'activity'],
  editFields: ['activity'],
};

/** What distinguishes a duty from the others in an address. */
export const dutyKey = ({ requirement, period }: Duty): string => `${requirement.documentId}.${period ?? ''}`;
