import type { Day } from '../calendar';
import type { Filed } from './addendum';

const LETTERS: Record<Filed, string> = { report: 'BG', 'material-submission': 'CL' };

/**
 * The number on a receipt: `BG20221020-00042`. `id` is the record's row, so that no two receipts share a number; it
 * stays with the filing when it is mended and sent in again.
 */
export const receiptNumber = (resource: Filed, day: Day, id: number): string =>
  `${LETTERS[resource]}${day.replaceAll('-', '')}-${String(id).padStart(5, '0')}`;
