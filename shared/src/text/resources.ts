import { ACTIVITY_TEXT } from './areas/activity';
import { EVALUATION_TEXT } from './areas/evaluation';
import { FILING_TEXT } from './areas/filing';
import { HOURS_TEXT } from './areas/hours';
import { MODERATION_TEXT } from './areas/moderation';
import { PLAN_TEXT } from './areas/plan';
import { PROGRAMME_TEXT } from './areas/programme';
import { REGISTRY_TEXT } from './areas/registry';
import type { ResourceText } from './areas/resource-text';
import { SETTINGS_TEXT } from './areas/settings';
import { STORY_TEXT } from './areas/story';
import { changedWords } from './changed';
import type { Words } from './words';

/**
 * What the records and their fields are called. The server writes these labels into Strapi's view
 * configuration where the office has not chosen its own; the console falls back to them.
 */
export const RESOURCE_TEXT = {
  ...REGISTRY_TEXT,
  ...PROGRAMME_TEXT,
  ...ACTIVITY_TEXT,
  ...HOURS_TEXT,
  ...FILING_TEXT,
  ...PLAN_TEXT,
  ...EVALUATION_TEXT,
  ...MODERATION_TEXT,
  ...STORY_TEXT,
  ...SETTINGS_TEXT,
} as const satisfies Record<string, ResourceText>;

/** Label of a record type; the identifier itself when it is not one of the built-in types. */
export function resourceLabel(resource: string): Words {
  const text = (RESOURCE_TEXT as Record<string, ResourceText>)[resource];
  return changedWords(resource) ?? text?.label ?? { zh: resource, en: resource };
}

/** Label of a field of a record type; the field's identifier when it has none. */
export function fieldLabel(resource: string, field: string): Words {
  const text = (RESOURCE_TEXT as Record<string, ResourceText>)[resource];
  return changedWords(`${resource}.${field}`) ?? text?.fields[field] ?? { zh: field, en: field };
}
