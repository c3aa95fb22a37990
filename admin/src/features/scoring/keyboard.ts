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

/** Every row's main field in the order of the sheet. */
function fields(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.sheet-row')].flatMap((row) => {
    const field = row.querySelector<HTMLElement>('.sheet-how input:not([disabled])');
    return field ? [field] : [];
  });
}

/** Moves to the next or previous row: Enter and the arrows, so that a sheet is filled in without a mouse. */
export function moveFrom(event: KeyboardEvent, code: string): void {
  const target = event.target as HTMLElement;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return;
  // A choice of levels keeps its own arrows: left and right.
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  const row = document.getElementById(`row-${code}`);
  const all = fields();
  const at = all.findIndex((field) => row?.contains(field));
  const next = all[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'center', behavior: 'auto' });
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
