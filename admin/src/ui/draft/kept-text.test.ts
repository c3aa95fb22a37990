import { beforeEach, expect, it, vi } from 'vitest';

const device = new Map<string, unknown>();
vi.mock('./kept-draft', () => ({
  readDraft: async (key: string) => device.get(key) ?? null,
  keepDraft: (key: string, draft: unknown) => device.set(key, draft),
  dropDraft: (key: string) => device.delete(key),
}));

/** The console as it is opened anew on the same device. */
const visit = async () => {
  vi.resetModules();
  return import('./kept-text');
};

beforeEach(() => device.clear());

it('a text that is half written is there again, for its own key only', async () => {
  const before = await visit();
  before.keepText('ann|comment|s1', '请补充');
  expect(before.keptText('ann|comment|s1')).toBe('请补充');
  const after = await visit();
  for (const key of ['ann|comment|s1', 'ann|comment|s2', 'bob|comment|s1']) await after.recallText(key);
  expect(['ann|comment|s1', 'ann|comment|s2', 'bob|comment|s1'].map(after.keptText)).toEqual([
    '请补充',
    '',
    '',
  ]);
});

it('what is written is not replaced by what is found later', async () => {
  (await visit()).keepText('k', '旧的');
  const { keepText, keptText, recallText } = await visit();
  const looked = recallText('k');
  keepText('k', '新的');
  await looked;
  expect(keptText('k')).toBe('新的');
});

it.each([
  ['一', ''],
  ['一二', '一二'],
])('once 一 was sent, %s leaves %j', async (now, left) => {
  const { keepText, keptText, sentText } = await visit();
  keepText('k', now);
  sentText('k', '一');
  expect(keptText('k')).toBe(left);
  expect(device.has('k')).toBe(left !== '');
});
