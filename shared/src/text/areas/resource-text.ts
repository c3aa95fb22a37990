import type { Words } from '../words';

export type ResourceText = { label: Words; fields: Record<string, Words> };
