import { describe, expect, it } from 'vitest';
import { countFigure, type Figure, figureValues, figureWords, originWords, rateFigure } from './figure';
import { judgedPeriod } from './period';
import { METRIC_KEYS, METRICS, metricNamed } from './registry';

describe('a figure', () => {
  it.each<[Figure, number | null, string]>([
    [rateFigure(3, 4), 75, 'a share'],
    [rateFigure(0, 4), 0, 'none of some is a share'],
    [rateFigure(0, 0), null, 'of nothing there is none'],
    [countFigure(0), 0, 'nothing is a number'],
  ])('%j is %s (%s)', (figure, value) => {
    expect(figure.value).toBe(value);
  });

  it.each<[string, Figure, string]>([
    ['focusWeekRate', rateFigure(3, 4), '75%（3/4）'],
    ['focusWeekRate', rateFigure(2, 3), '66.67%（2/3）'],
    ['focusWeekRate', rateFigure(0, 0), '暂无数据'],
    ['activitiesHeld', countFigure(0), '0'],
    ['volunteerHours', countFigure(12.5), '12.5 小时'],
    ['inspectionScore', { value: 88 }, '88 分'],
    ['satisfaction', { value: null, denominator: 9, tooFew: true }, '样本不足（9 份），不计'],
    ['ownKey', { value: 3 }, '3'],
  ])('%s %j reads “%s”', (key, figure, words) => {
    expect(figureWords(key, figure).zh).toBe(words);
  });

  it('gives its plain value to the scores, missing as missing', () => {
    expect(figureValues({ a: rateFigure(1, 2), b: rateFigure(0, 0) })).toEqual({ a: 50, b: null });
  });
});

describe('the registry', () => {
  it('has words in both languages that a workbook can hold, each once', () => {
    for (const key of METRIC_KEYS) {
      const { zh, en } = METRICS[key].words;
      expect(zh, key).toMatch(/^[一-鿿]+$/);
      expect(en, key).toMatch(/^[\w ]+$/);
      expect(originWords(key)?.zh, key).toMatch(/[一-鿿]/);
    }
    expect(new Set(METRIC_KEYS.map((key) => METRICS[key].words.zh)).size).toBe(METRIC_KEYS.length);
  });

  it.each([
    ['focusWeekRate', 'focusWeekRate'],
    ['集中活动周完成率', 'focusWeekRate'],
    [' Focus Weeks met ', 'focusWeekRate'],
    ['constructor', null],
    ['自定', null],
  ])('reads “%s” as %s', (text, key) => {
    expect(metricNamed(text)).toBe(key);
  });
});

describe('judgedPeriod', () => {
  const programme = { startsOn: '2022-06-20' };
  it.each<[Parameters<typeof judgedPeriod>[0], { startsOn: string } | null, string | null, string]>([
    [{ closesOn: '2022-11-25' }, programme, '2022-06-20', '2022-11-25'],
    [{ closesOn: '2022-11-25' }, null, null, '2022-11-25'],
    [
      { closesOn: '2022-11-25', judgesFrom: '2022-07-01', judgesTo: '2022-10-31' },
      programme,
      '2022-07-01',
      '2022-10-31',
    ],
  ])('%j with %j → %s–%s', (round, of, from, to) => {
    expect(judgedPeriod(round, of)).toEqual({ from, to });
  });
});
