import { describe, expect, it } from 'vitest';
import { instantAt } from '../calendar';
import { releaseFaults, scheduleFaults } from './release-time';

const at = (time: string) => instantAt('2022-11-16', time);

describe('the embargo at 09:00', () => {
  it.each<[string | null, string, number, string]>([
    [null, '08:59', 0, 'none'],
    ['09:00', '08:59', 1, 'a minute before'],
    ['09:00', '09:00', 0, 'as it ends'],
    ['09:00', '09:01', 0, 'after'],
  ])('%s at %s → %i (%s)', (embargo, now, faults) => {
    expect(releaseFaults({ embargoUntil: embargo && at(embargo), releasedAt: null }, at(now))).toHaveLength(
      faults,
    );
  });

  it('is told in the district’s own time', () => {
    const embargoUntil = '2022-11-16T01:00:00.000Z';
    const [fault] = releaseFaults({ embargoUntil, releasedAt: null }, at('08:00'));
    expect(fault?.words.zh).toBe('2022-11-16 09:00 前不得刊发，请改用定时刊发。');
    const [ofCorrection] = releaseFaults({ embargoUntil, releasedAt: at('07:00') }, at('08:00'));
    expect(ofCorrection?.words.zh).toBe(
      '2022-11-16 09:00 前不得刊发更正，请到时再刊发，或修改“此前不得刊发”。',
    );
    expect(releaseFaults({ embargoUntil, releasedAt: at('07:00') }, at('09:00'))).toEqual([]);
  });
});

describe('the time of a story that comes out by itself', () => {
  it.each<[string | null, string | null, string, number, string]>([
    [null, null, '08:00', 0, 'not chosen: asked for by the step itself'],
    ['08:01', null, '08:00', 0, 'to come'],
    ['08:00', null, '08:00', 1, 'now'],
    ['07:59', null, '08:00', 1, 'past'],
    ['09:00', '09:00', '08:00', 0, 'as the embargo ends'],
    ['08:59', '09:00', '08:00', 1, 'within the embargo'],
    ['07:00', '09:00', '08:00', 2, 'past and within it'],
  ])('%s, embargo %s, at %s → %i (%s)', (scheduled, embargo, now, faults) => {
    const of = { scheduledFor: scheduled && at(scheduled), embargoUntil: embargo && at(embargo) };
    expect(scheduleFaults(of, at(now))).toHaveLength(faults);
  });
});
