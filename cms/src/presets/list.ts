import { PLAN_PRESET } from '@jiedui/shared/programme';
import { RUBRIC_PRESETS, type RubricPresetCode } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import { reader } from '../read/reader';
import { rubricPresetWords } from './rubrics';

/** A preset as the console offers it; `loaded` when a record of its name exists. */
export type PresetEntry = { key: string; kind: 'plan' | 'rubric'; words: Words; loaded: boolean };

/** Everything that can be loaded: the plan and the forms of rubric. */
export async function listPresets(): Promise<PresetEntry[]> {
  const [programmes, rubrics] = await Promise.all([
    reader().all('SELECT id FROM programmes WHERE name = ?', [PLAN_PRESET.name]),
    reader().all('SELECT DISTINCT name FROM rubrics', []),
  ]);
  const names = new Set(rubrics.map(({ name }) => name));
  const plan: PresetEntry = {
    key: 'plan',
    kind: 'plan',
    words: { zh: PLAN_PRESET.name, en: 'Plan of the paired civic-practice programme' },
    loaded: programmes.length > 0,
  };
  const codes = Object.keys(RUBRIC_PRESETS) as RubricPresetCode[];
  return [
    plan,
    ...codes.map((key) => {
      const words = rubricPresetWords(key);
      return { key, kind: 'rubric' as const, words, loaded: names.has(words.zh) };
    }),
  ];
}
