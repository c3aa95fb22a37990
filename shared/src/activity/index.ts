export * from './activity-facts';
export * from './activity-rule';
export { ANNEX1_RULES } from './annex1-rules';
export { checkActivity, type FieldError, MAX_ACTIVITY_DAYS } from './check-activity';
export { type Checklist, isChecklist, questionsAfter } from './checklist';
export * from './clashes';
export { COVERING_STATES } from './covering-states';
export * from './feed';
export { type CheckedRule, checkRules, type GateOptions, gate, type UnmetRule } from './gate';
export { LEGAL_EXTRA_RULES } from './legal-extra-rules';
export { PROGRAMME_LISTS } from './lists';
export { maskedName } from './masked-name';
export { MINORS_RULES } from './minors-rules';
export * from './move';
export * from './offer';
export { overlaps } from './overlaps';
export {
  DEFAULT_NOTICE_DAYS,
  isPrivateVenue,
  NOTICE_STATES,
  type NoticeState,
  noticeState,
  PUBLIC_STATES,
  type PublicStage,
  publicStage,
} from './publication';
export { missingOnMaterial } from './requirement';
export { DEFAULT_RULES, packState, RULE_PACKS, type RulePack, withoutPack, withPack } from './rule-packs';
export { codeSchema, wordsSchema } from './schema-parts';
export { venueKindSchema } from './venue-kind';
export { isPublicVenue, VENUE_KINDS, type VenueKind } from './venue-kinds';
