import { describe, expect, it } from 'vitest';
import { itemWords } from './item-words';
import { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from './presets';

const bandName = (code: string) => ({ zh: `等次${code}`, en: code });

/** The words of an indicator of a preset. */
function of(preset: RubricPresetCode, code: string): string {
  const indicator = rubricPreset(preset)
    .dimensions.flatMap(({ indicators }) => indicators)
    .find((one) => one.code === code);
  if (!indicator) throw new Error(`${preset} has no ${code}`);
  return itemWords(indicator, bandName).zh;
}

describe('itemWords', () => {
  it.each([
    ['M1', ''],
    ['M2', '每缺一项扣 1 分'],
    ['R1', '系统取数“迟报漏报次数”;0 以内 10 分;1 以内 6 分;2 以内 3 分'],
    ['S1', '每次扣 1–5 分'],
    ['Q1', '满意人数 ÷ 受访人数;90% 以上 10 分;80% 以上 8 分;70% 以上 5 分'],
    ['Q2', '系统取数“群众满意度”;50 得 0 分,100 得满分,按比例'],
    ['N1', '每次扣 1–10 分;从总分中扣'],
    ['N2', '触发则等次不高于“等次unqualified”'],
    ['N3', '触发则总分为 0'],
  ])('says %s in words', (code, words) => {
    expect(of('documentsAndOnSite', code)).toBe(words);
  });

  it('has words for every indicator of every preset, except for judged points', () => {
    const silent = (Object.keys(RUBRIC_PRESETS) as RubricPresetCode[])
      .flatMap((preset) => rubricPreset(preset).dimensions.flatMap(({ indicators }) => indicators))
      .filter((indicator) => itemWords(indicator, bandName).zh === '');
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.every(({ item }) => item.kind === 'points')).toBe(true);
  });
});
