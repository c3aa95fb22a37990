import type { Words } from '../text';
import type { ActivityFacts, ActivityMaterial, MaterialKind } from './activity-facts';
import type { ActivityRule, RuleCondition, SecurityLevel } from './activity-rule';
import { isPublicVenue, type VenueKind } from './venue-kinds';

/** Whether a rule's condition holds for the activity. */
export function applies(
  condition: RuleCondition,
  activity: ActivityFacts,
  venues: readonly VenueKind[],
): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'expectedPeople':
      return (
        activity.expectedPeople >= condition.atLeast &&
        activity.expectedPeople < (condition.below ?? Infinity)
      );
    case 'publicVenue':
      return isPublicVenue(activity.venueKind, venues);
    case 'venueKinds':
      return condition.codes.includes(activity.venueKind);
    case 'notRoutine':
      return !activity.routine;
    case 'forMinors':
      return activity.forMinors === true;
  }
}

/**
 * What is missing for the rule, in words, or null when its requirement is met. Does not ask whether it
 * applies.
 */
export function missingFor(rule: ActivityRule, activity: ActivityFacts): Words | null {
  const { requires } = rule;
  switch (requires.kind) {
    case 'publicSecurityApproval':
      return hasSecurityApproval(activity, requires.level) ? null : rule.missing;
    case 'urbanManagementApproval':
      return activity.hasUrbanManagementApproval ? null : rule.missing;
    case 'field':
      return activity[requires.field]?.trim() ? null : rule.missing;
    case 'backdrop':
      return hasBackdrop(activity) ? null : rule.missing;
    case 'reviewedMaterials':
      return missingMaterials(rule, activity);
    case 'checklist':
      return isAnswered(rule.code, activity) ? null : rule.missing;
    case 'guardianConsents':
      return missingConsents(rule, activity);
  }
}

function hasSecurityApproval(activity: ActivityFacts, level: SecurityLevel): boolean {
  return (
    activity.hasPublicSecurityApproval && (level === 'county' || activity.publicSecurityLevel === 'city')
  );
}

const listed = (activity: ActivityFacts): readonly ActivityMaterial[] => activity.materials ?? [];

// Without a list of pieces nobody can tell whether there is a backdrop; the review of the whole set covers
// it.
const hasBackdrop = (activity: ActivityFacts): boolean =>
  listed(activity).length === 0 || listed(activity).some((piece) => piece.kind === 'backdrop');

function isAnswered(code: string, { checklist }: ActivityFacts): boolean {
  return checklist === undefined || (checklist !== null && Object.hasOwn(checklist, code));
}

/** As many consents as minors signed up; at least one where nobody has counted them. */
function missingConsents(rule: ActivityRule, activity: ActivityFacts): Words | null {
  const { guardianConsents: kept, minorsSignedUp } = activity;
  const needed = minorsSignedUp ?? 1;
  if (kept === undefined || kept >= needed) return null;
  return {
    zh: `${rule.missing.zh}已存 ${kept} 份,应有 ${needed} 份。`,
    en: `${rule.missing.en} ${kept} kept, ${needed} needed.`,
  };
}

const MATERIAL_WORDS: Record<MaterialKind, Words> = {
  backdrop: { zh: '背景板', en: 'backdrop' },
  banner: { zh: '横幅', en: 'banner' },
  board: { zh: '展板', en: 'board' },
};

const MATERIAL_CHECKS = [
  { flag: 'showsTheme', zh: '缺活动主题', en: 'no theme' },
  { flag: 'showsHost', zh: '缺主办单位', en: 'no host' },
  { flag: 'showsTime', zh: '缺时间', en: 'no time' },
] as const satisfies readonly ({ flag: keyof ActivityMaterial } & Words)[];

const REVIEW_CHECK = { flag: 'reviewed', zh: '未审核', en: 'not reviewed' } as const;

/** What a piece must show and does not, by field: it is not sent to be reviewed like that. */
export function missingOnMaterial(
  piece: Pick<ActivityMaterial, 'showsTheme' | 'showsHost' | 'showsTime'>,
): { field: string; words: Words }[] {
  return MATERIAL_CHECKS.filter(({ flag }) => !piece[flag]).map(({ flag, zh, en }) => ({
    field: flag,
    words: { zh: `${zh},请补上后勾选。`, en: `It has ${en}: add it, then tick the box.` },
  }));
}

function missingMaterials(rule: ActivityRule, activity: ActivityFacts): Words | null {
  const pieces = listed(activity);
  if (pieces.length === 0) return activity.materialsReviewed ? null : rule.missing;
  const faults = pieces.flatMap(faultsOf);
  if (faults.length === 0) return null;
  return {
    zh: `${faults.map((fault) => fault.zh).join(';')}。请补齐并报相关部门审核。`,
    en: `${faults.map((fault) => fault.en).join('; ')}. Complete them and have them reviewed.`,
  };
}

function faultsOf(piece: ActivityMaterial): Words[] {
  const failed = [...MATERIAL_CHECKS, REVIEW_CHECK].filter((check) => !piece[check.flag]);
  if (failed.length === 0) return [];
  const name = MATERIAL_WORDS[piece.kind];
  return [
    {
      zh: `${name.zh}${failed.map((check) => check.zh).join('、')}`,
      en: `${name.en}: ${failed.map((check) => check.en).join(', ')}`,
    },
  ];
}
