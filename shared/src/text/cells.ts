import type { CellState } from '../programme';
import type { Words } from './words';

/** How the cells of the ledger are called. */
export const CELL_WORDS: Record<CellState, Words> = {
  met: { zh: '已完成', en: 'Met' },
  metLate: { zh: '逾期报送', en: 'Met, reported late' },
  missed: { zh: '未完成', en: 'Missed' },
  excused: { zh: '免考核', en: 'Excused' },
  notYet: { zh: '未到期', en: 'Not yet due' },
};
