import type { KeyboardEvent } from 'react';

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

/** Brings a row into view and its field into focus. */
export function jumpTo(code: string): void {
  const row = document.getElementById(`row-${code}`);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('.sheet-how input:not([disabled])')?.focus();
}
