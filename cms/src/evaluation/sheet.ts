import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { outsideWindow, readWindows, type SourceWindow, windowOf } from '@jiedui/shared/round';
import type { SourceCode } from '@jiedui/shared/rubric';
import type { Entries } from '@jiedui/shared/scoring';
import { clock } from '../clock';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { sheetFigures } from './figures/of-sheet';
import { frozenOf } from './summary';

const FIELDS = ['state', 'entries', 'comment', 'total', 'source', 'rev', 'submittedAt'];

type SheetRound = SourceWindow & { id: number; state: unknown; windows: unknown };

/** A sheet with what is needed to fill it in: the unit, the round and the rubric that the round froze; `outside` says why not today. */
export async function sheetForScoring(actor: Actor, documentId: string) {
  const record = await findRecord(modelOf('evaluation'), actor, documentId, {
    fields: FIELDS,
    populate: {
      files: true,
      unit: { fields: ['name', 'unitClass'] },
      round: { fields: ['name', 'state', 'opensOn', 'closesOn', 'windows'] },
    },
  });
  const { unit, round, ...evaluation } = record as typeof record & {
    unit: { id: number };
    round: SheetRound;
  };
  const [row] = await reader().all('SELECT frozen_hash, calibrates_id FROM rounds WHERE id = ?', [round.id]);
  const frozen = await frozenOf(round.id, String(row?.frozen_hash));
  const { windows: stored, ...shown } = round;
  const windows = readWindows(stored) ?? {};
  const source = evaluation.source as SourceCode;
  const { closesOn } = windowOf(windows, source, round);
  const outside = outsideWindow(windows, source, evaluation.state, dayOf(clock().now()));
  const figures = await sheetFigures(frozen, {
    round,
    unit: unit.id,
    source,
    state: evaluation.state,
    entries: (evaluation.entries ?? {}) as Entries,
  });
  const calibration = row?.calibrates_id != null;
  return {
    evaluation,
    unit,
    round: { ...shown, closesOn, calibration },
    outside,
    rubric: frozen.rubric,
    figures,
  };
}
