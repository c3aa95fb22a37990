/** Classes of paired units: 区级包联单位, 区重点单位, 学校. */
export const UNIT_CLASSES = ['liaison', 'key', 'school'] as const;
export type UnitClass = (typeof UNIT_CLASSES)[number];

/** Levels of a site: 中心, 所, 站. Only institutes and stations are paired. */
export const STATION_LEVELS = ['center', 'institute', 'station'] as const;
export type StationLevel = (typeof STATION_LEVELS)[number];

/** The plan's 13 activity categories, in its order. */
export const CATEGORY_CODES = [
  'cityCivility',
  'partyLecture',
  'citizenTalks',
  'cultureArts',
  'legalAid',
  'science',
  'healthFitness',
  'digitalElderAid',
  'familyEducation',
  'youthMoral',
  'civilCustoms',
  'safety',
  'care',
] as const;
export type CategoryCode = (typeof CATEGORY_CODES)[number];

/** Ways to read 每月第三个星期; see `focusWeek`. */
export const FOCUS_WEEK_READINGS = ['calendarRow', 'mondayWeek', 'days15to21'] as const;
export type FocusWeekReading = (typeof FOCUS_WEEK_READINGS)[number];
export const DEFAULT_FOCUS_WEEK_READING = 'calendarRow' satisfies FocusWeekReading;

/** Periods over which a cadence rule counts; `once` is once per party within the rule's dates. */
export const PERIODS = ['week', 'focusWeek', 'month', 'twoMonths', 'quarter', 'once'] as const;
export type Period = (typeof PERIODS)[number];

/** Whether sites of this level have others below them: the last level, the 站, has none. */
export const mayHaveSitesBelow = (level: unknown): boolean => level !== STATION_LEVELS.at(-1);
