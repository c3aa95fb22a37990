import type { ItemOf } from '@jiedui/shared/rubric';
import type { KeyboardEvent } from 'react';

type Levels = ItemOf<'level'>['levels'];

/** The level that a key stands for: its code (in either case), or its place counted from 1. Null for another key. */
export function levelOfKey(levels: Levels, key: string): string | null {
  const byCode = levels.find(({ code }) => code.toLowerCase() === key.toLowerCase());
  const byPlace = /^[1-9]$/.test(key) ? levels[Number(key) - 1] : undefined;
  return (byCode ?? byPlace)?.code ?? null;
}

/** Whether the key goes into free text, where it stands for itself and for nothing else. */
export const isText = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && 'freeText' in target.dataset);

/** The fields of a row in their order: its numbers, or the one choice that has the focus among its levels. */
function fieldsOf(row: Element): HTMLInputElement[] {
  const inputs = [...row.querySelectorAll<HTMLInputElement>('.sheet-how input:not([disabled])')];
  const choices = inputs.filter(({ type }) => type === 'radio');
  const choice = choices.find(({ checked }) => checked) ?? choices[0];
  return choice ? [choice] : inputs.filter((field) => !isText(field));
}

/**
 * Moves on without a mouse: Enter to the next field, so that both numbers of a rate are met, the arrows from row to
 * row.
 */
export function moveFrom(event: KeyboardEvent, code: string): void {
  const target = event.target as HTMLElement;
  // A button, a list and a text have their own use for these keys.
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return;
  if (target instanceof HTMLButtonElement || event.nativeEvent.isComposing) return;
  const rows = [...document.querySelectorAll('.sheet-row')].map(fieldsOf).filter(({ length }) => length > 0);
  const row = document.getElementById(`row-${code}`);
  const at = rows.findIndex((fields) => row?.contains(fields[0] ?? null));
  const next = nextField(rows, at, event.key, target);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'center', behavior: 'auto' });
}

/** Where a key leads from a field of the row at that place; undefined for another key and at the ends. */
export function nextField<T>(rows: readonly T[][], at: number, key: string, from: unknown): T | undefined {
  if (key === 'ArrowUp') return rows[at - 1]?.[0];
  if (key === 'ArrowDown') return rows[at + 1]?.[0];
  if (key !== 'Enter') return undefined;
  const own = rows[at] ?? [];
  const place = own.indexOf(from as T);
  return (place < 0 ? undefined : own[place + 1]) ?? rows[at + 1]?.[0];
}

/** Brings the first field whose text cannot stand into view; whether there is one. */
export function jumpToWrong(): boolean {
  const field = document.querySelector<HTMLElement>('.sheet-row [aria-invalid="true"]');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
  return field !== null;
}

/** Brings a row into view and its field into focus. */
export function jumpTo(code: string): void {
  const row = document.getElementById(`row-${code}`);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('.sheet-how input:not([disabled])')?.focus();
}
