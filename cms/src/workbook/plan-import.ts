import { dayOf } from '@jiedui/shared/calendar';
import { type ImportPlan, type PlanProgress, planRows, type SheetRows } from '@jiedui/shared/workbook';
import { clock } from '../clock';
import { givingWay } from './giving-way';
import { loadKnown } from './load-known';
import { venueKinds } from './venue-kinds';

type Options = { signal?: AbortSignal; onProgress?: (progress: PlanProgress) => void };

/** Works out what an import would do, giving way to other requests every few rows. */
export async function planImport(
  sheets: readonly SheetRows[],
  { signal, onProgress }: Options = {},
): Promise<ImportPlan> {
  const known = await loadKnown(sheets);
  const work = planRows({ sheets, known, today: dayOf(clock().now()), venueKinds: await venueKinds() });
  return givingWay(work, (progress) => {
    signal?.throwIfAborted();
    onProgress?.(progress);
  });
}
