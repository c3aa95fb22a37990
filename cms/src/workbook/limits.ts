import type { ErrorCode } from '@jiedui/shared/text';
import { WORKBOOK_BYTES } from '@jiedui/shared/workbook';

/** What a workbook may be. The first is also the limit of the upload. */
export const LIMITS = {
  fileBytes: WORKBOOK_BYTES,
  /** All parts of the zip together, unpacked: a real workbook of 200,000 rows has about 170 MB. */
  unpackedBytes: 400 * 1024 * 1024,
  parts: 2000,
  rows: 200_000,
  mergedCells: 1_000_000,
  workerMegabytes: 3072,
} as const;

/** A file that is no workbook that can be read. */
export class UnreadableWorkbook extends Error {
  readonly code: ErrorCode;

  constructor(code: Extract<ErrorCode, 'FILE_TOO_LARGE' | 'FILE_UNREADABLE'>) {
    super(code);
    this.code = code;
  }
}
