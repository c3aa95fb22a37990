import { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import { machineOf } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { AuditActor } from '../audit/entry';
import { modelOf } from '../read/model';
import { transact } from '../write/actions';
import { insertRecords, type Stored } from '../write/store';

const ENGLISH: Record<RubricPresetCode, string> = {
  deductOnly: 'Deductions only (example)',
  levelled: 'Levels A/B/C/C# (example)',
  pointsWithBonus: 'Points with bonus (example)',
  documentsAndOnSite: 'Documents and on-site visit (example)',
  starQuotas: 'Star ratings (example)',
};

/** What a rubric preset is called. */
export const rubricPresetWords = (code: RubricPresetCode): Words => ({
  zh: RUBRIC_PRESETS[code].name,
  en: ENGLISH[code],
});

/** The preset of a key that came in with a request; null for a key that is none. */
export function asRubricPreset(key: string): RubricPresetCode | null {
  return Object.hasOwn(RUBRIC_PRESETS, key) ? (key as RubricPresetCode) : null;
}

/** Makes a draft rubric of a preset, as the next version of its name; marked 示例 until the office makes its own. */
export function loadRubricPreset(
  strapi: Core.Strapi,
  actor: AuditActor,
  code: RubricPresetCode,
): Promise<Stored> {
  const model = modelOf('rubric');
  const definition = rubricPreset(code);
  return transact(strapi, model, async (trx) => {
    const [latest] = await trx(model.table).where({ name: definition.name }).max('version as version');
    const version = Number(latest?.version ?? 0) + 1;
    const state = machineOf('rubric')?.initial;
    const values = { name: definition.name, version, definition, state, example: true };
    const [stored] = await insertRecords(trx, model, [{ values }], { actor, action: 'create' });
    if (!stored) throw new Error('The rubric was not inserted');
    return stored;
  });
}
