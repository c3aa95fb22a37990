export { ANNEX_TEMPLATES, type AnnexTemplate, type TemplateColumn } from './annex-templates';
export { type CadenceException, exceptionRulesSchema, isExcused } from './cadence-exception';
export {
  type CadenceActivity,
  type CadenceCell,
  type CadenceParty,
  CELL_STATES,
  type CellState,
  cadenceCells,
  cellState,
  comingDue,
  type DueCell,
  isAbout,
  reportCutoff,
} from './cadence-ledger';
export {
  CADENCE_EVIDENCE,
  type CadenceEvidence,
  type CadenceRule,
  cadenceRuleSchema,
  cadenceRulesSchema,
  unknownCategories,
} from './cadence-rule';
export { statesThatCount } from './counting-states';
export { type Deadline, type DueState, deadlineSchema, dueInstant, dueState, lastDay } from './deadline';
export { EXAMPLE_CADENCE_RULES } from './example-cadence';
export { focusWeek, isInFocusWeek } from './focus-week';
export { type PeriodWindow, periodWindows, type RuleWindow, ruleWindows } from './period-window';
export { PHASE_CODES, type Phase, phaseOn, phaseSchema } from './phase';
export { type CategoryPreset, PLAN_CATEGORIES } from './plan-categories';
export { type DutyHolder, PLAN_DEPARTMENTS, PLAN_PARTIES } from './plan-duties';
export { PLAN_PRESET } from './plan-preset';
export { type Organizers, type Programme, programmeSchema, type Requirement } from './programme';
export {
  DEFAULT_STORY_DUTIES,
  STORY_EVIDENCE,
  STORY_PERIODS,
  type StoryDuty,
  type StoryEvidence,
  storyDutiesSchema,
  storyDutySchema,
} from './story-duty';
export * from './vocabulary';
export {
  AGREED_CONTENT_STATES,
  agreedContent,
  CONTENT_DAY,
  countsContents,
  type WeeklyContent,
} from './weekly-content';
