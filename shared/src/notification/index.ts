export { dueKind, GATE_DAYS, NOTICE_KIND_WORDS, NOTICE_KINDS, type NoticeKind, SOON_DAYS } from './kinds';
export { mayMailNow } from './mail-time';
export { GATED_STATES, missingFrom } from './open-gate';
export { DEFAULT_PREFERENCES, type NoticePreferences, noticePreferencesSchema } from './preferences';
export { returnedTo } from './returned';
