import type { Actor } from '@jiedui/shared/access';
import { type MovedUnit, movedUnits } from '@jiedui/shared/round';
import { bandIn } from '@jiedui/shared/rubric';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { publishedUnits } from './published-result';
import { frozenOf } from './summary';

/** The units that a correction places otherwise than the result before it; none for a first result. */
export async function changesOf(actor: Actor, resultId: string): Promise<MovedUnit[]> {
  const result = await findRecord(modelOf('result'), actor, resultId, { fields: ['number', 'frozenHash'] });
  const [before] = await reader().all(
    `SELECT p.id, p.round_id FROM results r JOIN results p ON p.round_id = r.round_id AND p.number = r.number - 1
     WHERE r.id = ?`,
    [result.id],
  );
  if (!before) return [];
  const { rubric } = await frozenOf(Number(before.round_id), String(result.frozenHash));
  const moved = movedUnits(await publishedUnits(Number(before.id)), await publishedUnits(result.id));
  const named = (unitClass: string, band: string | null) => bandIn(rubric, unitClass, band)?.label.zh ?? null;
  return moved.map((unit) => ({
    ...unit,
    before: { ...unit.before, band: named(unit.unitClass, unit.before.band) },
    after: { ...unit.after, band: named(unit.unitClass, unit.after.band) },
  }));
}
