import type { Figures } from '@jiedui/shared/metric';
import type { Rubric, SourceCode } from '@jiedui/shared/rubric';
import type { Entries } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import { ApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import type { SheetContent } from './sheet-store';

/** A sheet with what is needed to fill it in, as the server gives it. */
export type Sheet = {
  evaluation: {
    documentId: string;
    rev: number;
    state: string;
    entries: Entries | null;
    comment: string | null;
    source: SourceCode;
    files: unknown;
  };
  unit: { documentId: string; name: string; unitClass: string };
  round: { documentId: string; name: string; state: string; closesOn: string; calibration: boolean };
  /** Why the sheet is not filled in today, by its source's own days. */
  outside: Words | null;
  rubric: Rubric;
  /** What the system takes from its records of the unit, as it counts now. */
  figures: Figures;
};

export const sheetAddress = (id: string): string => `/evaluations/${id}/sheet`;

export async function loadSheet(id: string): Promise<Sheet> {
  const { data } = await http.get<{ data: Sheet }>(sheetAddress(id));
  return data.data;
}

export const contentOf = ({ entries, comment }: Partial<Sheet['evaluation']>): SheetContent => ({
  entries: entries ?? {},
  comment: comment ?? '',
});

/** Whether the sheet is not, or no longer, this person’s. */
export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.statusCode === 404 || error.statusCode === 403);
