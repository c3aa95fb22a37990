import { describe, expect, it } from 'vitest';
import { checkRubric } from './check-rubric';
import { draftDefinition, readRubricDraft } from './draft';
import { dimensionMax } from './maxima';
import { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from './presets';

const CODES = Object.keys(RUBRIC_PRESETS) as RubricPresetCode[];

describe('a rubric while it is written', () => {
  it.each(CODES)('is the rubric itself when it is whole: %s', (code) => {
    const rubric = rubricPreset(code);
    expect(readRubricDraft(rubric)).toEqual(rubric);
    expect(draftDefinition(rubric)).toEqual(rubric);
  });

  it('keeps what is filled in when something is open, and says what is open by the indicator', () => {
    const draft = readRubricDraft(rubricPreset('documentsAndOnSite'));
    const [first] = draft?.dimensions ?? [];
    if (!draft || !first?.indicators[0]) throw new Error('no draft');
    first.indicators[0].maxPoints = undefined;
    first.indicators[0].name = '';
    const stored = draftDefinition(draft);
    expect(readRubricDraft(stored)).toEqual(stored);
    expect(checkRubric(stored).map(({ message }) => message.zh)).toEqual([
      'M1：“名称”没有填或填得不对，请检查',
      'M1：“分值”没有填或填得不对，请检查',
    ]);
    expect(dimensionMax(first).toString()).toBe('30');
  });

  it.each(['minRaters', 'bonusCap', 'digits'] as const)(
    'does not put the usual value for an emptied %s',
    (key) => {
      const stored = draftDefinition({ ...rubricPreset('deductOnly'), [key]: null });
      expect(readRubricDraft(stored)?.[key]).toBeNull();
      expect(checkRubric(stored).map(({ path }) => path)).toEqual([[key]]);
    },
  );

  it.each([null, 3, '体系', [], { dimensions: [{ indicators: [{ item: { kind: 'magic' } }] }] }])(
    'is not what was never a rubric: %j',
    (value) => {
      expect(readRubricDraft(value)).toBeNull();
    },
  );
});
