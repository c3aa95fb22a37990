import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  discardDraft,
  draftedSheets,
  dropDraft,
  isUnreadable,
  keepDraft,
  readDraft,
  subscribeToDrafts,
} from './draft';

const edits = (points: number) => ({ entries: { A: { points } }, comment: '', rev: 3, base: null });

/** A device's storage: words are its own properties, as in a browser. */
function device(words: Record<string, string> = {}) {
  const storage = Object.create({
    getItem: (key: string) => storage[key] ?? null,
    setItem: (key: string, word: string) => {
      storage[key] = word;
    },
    removeItem: (key: string) => {
      delete storage[key];
    },
  }) as Record<string, string>;
  Object.assign(storage, words);
  vi.stubGlobal('localStorage', storage);
}

beforeEach(() => {
  device();
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

describe('edits kept on the device', () => {
  it('belong to the account and the sheet', () => {
    keepDraft('ann', 's1', edits(1));
    keepDraft('ann', 's2', edits(2));
    keepDraft('bob', 's1', edits(3));
    expect([readDraft('ann', 's1'), readDraft('bob', 's1'), readDraft('bob', 's2')]).toEqual([
      edits(1),
      edits(3),
      null,
    ]);
    expect([draftedSheets('ann'), draftedSheets('bob'), draftedSheets('an')]).toEqual([
      ['s1', 's2'],
      ['s1'],
      [],
    ]);
    dropDraft('ann', 's1');
    expect([draftedSheets('ann'), draftedSheets('bob')]).toEqual([['s2'], ['s1']]);
  });

  it('tell of a first edit and of the last one’s going, not of every digit', () => {
    const told = vi.fn();
    const stop = subscribeToDrafts(told);
    for (const points of [1, 12, 12.5]) keepDraft('ann', 's1', edits(points));
    expect(told).toHaveBeenCalledTimes(1);
    dropDraft('ann', 's1');
    expect(told).toHaveBeenCalledTimes(2);
    stop();
    keepDraft('ann', 's1', edits(1));
    expect(told).toHaveBeenCalledTimes(2);
  });

  it.each([
    [
      '{"entries":{},"comment":"","rev":1}',
      { entries: {}, comment: '', rev: 1, base: null },
      'kept before forms were counted',
    ],
    [
      '{"entries":{},"comment":"","rev":1,"format":1}',
      { entries: {}, comment: '', rev: 1, base: null },
      'kept by this program',
    ],
    ['{"entries":{},"comment":"","rev":1,"format":2}', null, 'of a later program'],
    ['{"entries":{},"comment":"","rev":1,"format":"a"}', null, 'of nobody knows whom'],
    ['{"entries":', null, 'cut off'],
  ])('reads %s: %s', (text, read, _why) => {
    device({ 'jiedui:sheet:ann:s1': text });
    expect(readDraft('ann', 's1')).toEqual(read);
  });

  it.each([
    ['{"pages":[],"rev":1,"format":2}', 'of a later program'],
    ['{"entries":', 'cut off'],
  ])('are never written over, nor taken for sent, when they are not understood: %s (%s)', (text, _why) => {
    device({ 'jiedui:sheet:ann:s1': text });
    expect([isUnreadable('ann', 's1'), isUnreadable('ann', 's2')]).toEqual([true, false]);
    keepDraft('ann', 's1', edits(1));
    dropDraft('ann', 's1');
    expect([localStorage.getItem('jiedui:sheet:ann:s1'), draftedSheets('ann')]).toEqual([text, ['s1']]);
    discardDraft('ann', 's1');
    expect([draftedSheets('ann'), isUnreadable('ann', 's1')]).toEqual([[], false]);
    keepDraft('ann', 's1', edits(1));
    expect(readDraft('ann', 's1')).toEqual(edits(1));
  });

  it('are none where the device keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    keepDraft('ann', 's1', edits(1));
    expect([readDraft('ann', 's1'), draftedSheets('ann')]).toEqual([null, []]);
  });
});
