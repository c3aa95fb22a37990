import type { Actor } from '@jiedui/shared/access';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { frozenOf } from './summary';

const FIELDS = ['state', 'entries', 'comment', 'total', 'source', 'rev', 'submittedAt'];

/** A sheet with what is needed to fill it in: the unit, the round and the rubric that the round froze. */
export async function sheetForScoring(actor: Actor, documentId: string) {
  const record = await findRecord(modelOf('evaluation'), actor, documentId, {
    fields: FIELDS,
    populate: { unit: { fields: ['name', 'unitClass'] }, round: { fields: ['name', 'state', 'closesOn'] } },
  });
  const { unit, round, ...evaluation } = record as typeof record & { unit: object; round: { id: number } };
  const [row] = await reader().all('SELECT frozen_hash FROM rounds WHERE id = ?', [round.id]);
  const { rubric } = await frozenOf(round.id, String(row?.frozen_hash));
  return { evaluation, unit, round, rubric };
}
