import type { SheetSaver } from './sheet-saver';

const shown = new Set<SheetSaver>();

/** Names the saver of a sheet that is on the screen, until what is given back is called. */
export function showSaver(saver: SheetSaver): () => void {
  shown.add(saver);
  return () => shown.delete(saver);
}

/** Saves what is open on the screen at once. */
export async function flushShown(): Promise<void> {
  await Promise.all([...shown].map((saver) => saver.flush()));
}
