import type { PlanKind } from '@jiedui/shared/modelling';
import type { Words } from '@jiedui/shared/text';
import type { Tone } from '../../ui/tone';

/** The kinds of change in the order in which a person should look at them. */
export const PLAN_KIND_WORDS: readonly { kind: PlanKind; tone: Tone; words: Words }[] = [
  { kind: 'refused', tone: 'red', words: { zh: '不能发布', en: 'Refused' } },
  { kind: 'destructive', tone: 'red', words: { zh: '会删除数据', en: 'Destroys data' } },
  { kind: 'check', tone: 'amber', words: { zh: '规则变化', en: 'Rules' } },
  { kind: 'additive', tone: 'green', words: { zh: '新增', en: 'New' } },
  { kind: 'access', tone: 'blue', words: { zh: '权限', en: 'Access' } },
  { kind: 'presentation', tone: 'neutral', words: { zh: '显示', en: 'Appearance' } },
];
