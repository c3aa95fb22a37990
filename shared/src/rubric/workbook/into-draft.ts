import type { Words } from '../../text/words';
import type { SheetRows } from '../../workbook/cell';
import { readRubric } from '../check-shape';
import { draftDefinition, readRubricDraft } from '../draft';
import { rubricFromSheets } from './from-sheets';
import type { RowError } from './row-error';
import { settingsOf } from './to-rows';

/** A draft's content with the indicators of a workbook, and what of the workbook was not taken over. */
export type IntoDraft = { definition: Record<string, unknown>; notes: Words[] } | { errors: RowError[] };

/**
 * Puts the dimensions and indicators of a workbook into a draft in the place of its own; weights, bands, ties and all
 * that no workbook holds stay as they are, half written too.
 */
export function sheetsIntoDraft(sheets: readonly SheetRows[], name: string, stored: unknown): IntoDraft {
  const draft = readRubricDraft(stored);
  const sound = draft && readRubric(draftDefinition({ ...draft, dimensions: [] }));
  const settings = sound && 'rubric' in sound ? settingsOf(sound.rubric) : { name };
  const read = rubricFromSheets(sheets, settings);
  if ('errors' in read) return read;
  const { rubric, notes } = read;
  if (!draft) return { definition: { ...rubric }, notes };
  return { definition: { ...draftDefinition(draft), dimensions: rubric.dimensions }, notes };
}
