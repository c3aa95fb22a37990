import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, ConflictError } from '../../providers/errors';
import { http } from '../../providers/http';
import { dropKeptSheet } from './kept-sheets';
import { note, outcomeOf } from './outcomes';
import { sendDrafts } from './send-drafts';

vi.mock('../../providers/http', () => ({ http: { get: vi.fn(), put: vi.fn() } }));
vi.mock('../../providers/i18n', () => ({ currentLocale: () => 'zh' }));
vi.mock('./kept-sheets', () => ({ keepSheet: vi.fn(), dropKeptSheet: vi.fn(async () => undefined) }));

const indicator = { code: 'A', name: '甲', maxPoints: 10, item: { kind: 'points' } };
const rubric = { dimensions: [{ code: 'D', name: '维度', indicators: [indicator] }] };
const content = (points: number) => ({ entries: { A: { points } }, comment: '' });
const sheet = ({ rev = 1, points = 1, state = 'draft', round = 'open' } = {}) => ({
  evaluation: { documentId: 's1', rev, state, source: 'district', files: [], ...content(points) },
  unit: { documentId: 'u', name: '税务局', unitClass: 'key' },
  round: { documentId: 'r', name: '轮次', state: round, closesOn: '2022-12-01' },
  outside: null,
  rubric,
});

const KEY = 'jiedui:sheet:ann:s1';
let words: Record<string, string>;
beforeEach(() => {
  words = {};
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', {});
  vi.stubGlobal(
    'localStorage',
    new Proxy(words, {
      get: (_, name) =>
        ({
          getItem: (key: string) => words[key] ?? null,
          setItem: (key: string, word: string) => {
            words[key] = word;
          },
          removeItem: (key: string) => {
            delete words[key];
          },
        })[String(name)],
    }),
  );
  note('s1', null);
  vi.mocked(http.get).mockReset();
  vi.mocked(http.put).mockReset();
});
afterEach(() => vi.unstubAllGlobals());

/** The device has edits of the sheet's revision 1; the server has the sheet, and answers a save with the rest. */
function given(onServer: object | Error, save: number | Error = 2) {
  words[KEY] = JSON.stringify({ ...content(5), rev: 1, base: content(1) });
  vi.mocked(http.get).mockImplementation(async () => {
    if (onServer instanceof Error) throw onServer;
    return { data: { data: onServer } };
  });
  vi.mocked(http.put).mockImplementation(async () => {
    if (save instanceof Error) throw save;
    return { data: { data: { rev: save } } };
  });
}

const lost = new ApiError('NETWORK', 0, '');
const clash = new ConflictError('', null);
const refused = new ApiError('ROUND_CLOSED', 409, '');

describe('edits that wait on the device', () => {
  it('are sent over the revision from which they began, and are gone from the device then', async () => {
    given(sheet());
    await sendDrafts('ann');
    expect(http.put).toHaveBeenCalledExactlyOnceWith(
      '/evaluations/s1',
      { data: content(5) },
      expect.anything(),
    );
    expect(vi.mocked(http.put).mock.calls[0]?.[2]?.headers).toEqual({ 'If-Match': '"1"' });
    expect([words[KEY], outcomeOf('s1')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['offline', lost, 2, 'no network'],
    ['offline', sheet(), lost, 'the network went meanwhile'],
    ['conflict', sheet({ rev: 2, points: 9 }), clash, 'changed on another device'],
    ['refused', sheet(), refused, 'the round closed in that moment'],
    ['closed', sheet({ state: 'submitted' }), 2, 'submitted from another device'],
    ['closed', sheet({ round: 'closed' }), 2, 'the round is closed'],
    ['gone', new ApiError('NOT_FOUND', 404, ''), 2, 'given to somebody else'],
  ] as const)('stay, as %s: %#', async (outcome, onServer, save, _why) => {
    given(onServer, save);
    await sendDrafts('ann');
    expect(outcomeOf('s1')).toBe(outcome);
    expect(JSON.parse(words[KEY] ?? '')).toMatchObject({ ...content(5), rev: 1 });
  });

  it('of which only the answer was lost are known again', async () => {
    given(sheet({ rev: 2, points: 5 }), clash);
    await sendDrafts('ann');
    expect([words[KEY], outcomeOf('s1')]).toEqual([undefined, undefined]);
  });

  it('of a sheet that is no longer theirs leave nothing else of it', async () => {
    given(new ApiError('NOT_FOUND', 404, ''));
    await sendDrafts('ann');
    expect(dropKeptSheet).toHaveBeenCalledWith('ann', 's1');
  });

  it('are not sent again and again when a person has to decide, but are after a lost network', async () => {
    given(sheet({ rev: 2, points: 9 }), clash);
    await sendDrafts('ann');
    await sendDrafts('ann');
    expect(http.put).toHaveBeenCalledTimes(1);
    note('s1', 'offline');
    await sendDrafts('ann');
    expect(http.put).toHaveBeenCalledTimes(2);
  });

  it('that another program has kept stay for it, and are told of', async () => {
    given(sheet());
    words[KEY] = '{"pages":[],"format":2}';
    await sendDrafts('ann');
    expect(http.get).not.toHaveBeenCalled();
    expect([words[KEY], outcomeOf('s1')]).toEqual(['{"pages":[],"format":2}', 'unreadable']);
  });

  it('of another account are not touched', async () => {
    given(sheet());
    await sendDrafts('bob');
    expect(http.get).not.toHaveBeenCalled();
    expect(words[KEY]).toBeDefined();
  });
});
