import { describe, expect, it } from 'vitest';
import { isInRanges, readAllowList } from './allow-list';

describe('WEBHOOK_ALLOW', () => {
  it.each([
    ['', [], []],
    [' paper.inner , Paper2.inner', ['paper.inner', 'paper2.inner'], []],
    ['localhost,10.0.0.0/8,fd00::/8,10.1.2.3,::1', ['localhost'], []],
    [
      '10.0.0,999.1.1.1,10.0.0.0/33,a b,https://x,-x,*.x',
      [],
      ['10.0.0', '999.1.1.1', '10.0.0.0/33', 'a b', 'https://x', '-x', '*.x'],
    ],
  ])('%s', (text, names, wrong) => {
    const read = readAllowList(text);
    expect([...read.list.names]).toEqual(names);
    expect(read.wrong).toEqual(wrong);
  });

  const { list } = readAllowList('10.0.0.0/8,fd00::/8,192.168.1.7');
  it.each([
    ['10.255.0.1', true],
    ['11.0.0.1', false],
    ['::ffff:10.0.0.1', true],
    ['fd12::1', true],
    ['fc00::1', false],
    ['192.168.1.7', true],
    ['192.168.1.8', false],
    ['no address', false],
  ])('%s is in the ranges: %s', (address, isIn) => {
    expect(isInRanges(address, list)).toBe(isIn);
  });
});
