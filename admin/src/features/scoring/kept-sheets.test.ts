import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepSheet, keptSheets, newerSheet, readKeptSheet } from './kept-sheets';
import type { Sheet } from './sheet';

const device = vi.hoisted(() => ({ kept: new Map<string, unknown>() }));
vi.mock('../../providers/kept', () => ({
  // As the device does: nothing comes between the reading and the writing.
  keepChosen: async (_: string, name: string, choose: (before: unknown) => unknown) => {
    device.kept.set(name, choose(device.kept.get(name)));
  },
  readKept: async (_: string, name: string) => device.kept.get(name),
  keptNames: async () => [...device.kept.keys()],
}));

const sheet = (rev: number, id = 's1') =>
  ({ evaluation: { documentId: id, rev }, unit: { name: `单位${id}` } }) as unknown as Sheet;
const revOf = async (id = 's1') => (await readKeptSheet('ann', id))?.sheet.evaluation.rev;

beforeEach(() => device.kept.clear());

describe('a sheet kept on the device', () => {
  it.each([
    [[1, 2], 2, 'in their order'],
    [[2, 1], 2, 'an answer that was under way while it was saved'],
    [[3, 1, 2], 3, 'two of them'],
    [[1, 1], 1, 'read again'],
  ])('is of the latest revision, whatever comes last: %j → %i (%s)', async (revs, kept, _why) => {
    const known: number[] = [];
    for (const rev of revs) known.push((await keepSheet('ann', sheet(rev))).evaluation.rev);
    expect(await revOf()).toBe(kept);
    expect(known.at(-1)).toBe(kept);
  });

  it('is of the latest revision when answers come at once', async () => {
    const known = await Promise.all([4, 2, 3].map((rev) => keepSheet('ann', sheet(rev))));
    expect([await revOf(), ...known.map(({ evaluation }) => evaluation.rev)]).toEqual([4, 4, 4, 4]);
  });

  it.each([
    [undefined, 1, 1, 'nothing is known yet'],
    [1, 2, 2, 'the answer is newer'],
    [2, 1, 2, 'the answer is older'],
  ])('known in revision %s and answered in %i is shown in %i (%s)', (known, answered, shown, _why) => {
    const one = known === undefined ? undefined : sheet(known);
    expect(newerSheet(one, sheet(answered)).evaluation.rev).toBe(shown);
  });

  it('of a program before forms were counted is read, and kept in this one’s form', async () => {
    device.kept.set('sheet|s1', { sheet: sheet(1), at: '2022-11-01T00:00:00.000Z' });
    expect(await revOf()).toBe(1);
    await keepSheet('ann', sheet(2));
    expect(device.kept.get('sheet|s1')).toMatchObject({ format: 1, sheet: { evaluation: { rev: 2 } } });
  });

  it('of another program is neither read nor written over, and is told of', async () => {
    const foreign = { format: 2, pages: [] };
    device.kept.set('sheet|s1', foreign);
    await keepSheet('ann', sheet(5));
    await keepSheet('ann', sheet(1, 's2'));
    expect([device.kept.get('sheet|s1'), await revOf()]).toEqual([foreign, undefined]);
    const { sheets, unreadable } = await keptSheets('ann');
    expect([sheets.map((one) => one.sheet.evaluation.documentId), unreadable]).toEqual([['s2'], 1]);
  });
});
