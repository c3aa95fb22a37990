import { describe, expect, it } from 'vitest';
import { ALLOWS_NOTHING, readAllowList } from './allow-list';
import { aimAt, type Resolve } from './target';

const NAMES: Record<string, string[]> = {
  'paper.cn': ['93.184.216.34', '2606:2800:220:1::1'],
  'both.cn': ['93.184.216.34', '127.0.0.1'],
  'inner.cn': ['10.1.2.3'],
  localhost: ['127.0.0.1', '::1'],
  'mapped.cn': ['::ffff:192.168.0.1'],
};
const resolve: Resolve = async (host) => {
  const found = NAMES[host];
  if (!found) throw new Error('ENOTFOUND');
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};
const aim = async (url: string, allow = ALLOWS_NOTHING) => {
  const result = await aimAt(url, allow, resolve);
  return 'failure' in result ? result.failure : result.target.addresses.map(({ address }) => address);
};

describe('without anything allowed', () => {
  it.each([
    ['https://paper.cn/hook', NAMES['paper.cn']],
    ['https://PAPER.cn./hook', NAMES['paper.cn']],
    ['https://paper.cn:8443/', NAMES['paper.cn']],
    ['https://93.184.216.34/', ['93.184.216.34']],
    ['http://paper.cn/', 'https'],
    ['https://paper.cn:22/', 'port'],
    ['https://paper.cn:1024/', 'port'],
    ['https://paper.cn:1025/', NAMES['paper.cn']],
    ['https://paper.cn:80/', NAMES['paper.cn']],
    ['https://nobody.cn/', 'unresolved'],
    ['https://both.cn/', 'private'],
    ['https://inner.cn/', 'private'],
    ['https://mapped.cn/', 'private'],
    ['https://localhost/', 'private'],
    ['https://LOCALHOST./', 'private'],
    ['https://127.0.0.1/', 'private'],
    ['https://127.0.0.1./', 'private'],
    ['https://127.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.0.0.1/', 'private'],
    ['https://0177.0.0.1/', 'private'],
    ['https://0/', 'private'],
    ['https://①②⑦.0.0.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::]/', 'private'],
    ['https://[::ffff:127.0.0.1]/', 'private'],
    ['https://user:word@paper.cn/', 'badUrl'],
    ['ftp://paper.cn/', 'badUrl'],
    ['file:///etc/passwd', 'badUrl'],
    ['paper.cn', 'badUrl'],
    ['https://', 'badUrl'],
  ])('%s: %s', async (url, expected) => {
    expect(await aim(url)).toEqual(expected);
  });
});

describe('what is allowed of the inner network', () => {
  const names = readAllowList('inner.cn,localhost').list;
  const ranges = readAllowList('10.0.0.0/8').list;
  it.each([
    ['http://inner.cn:81/', names, ['10.1.2.3']],
    ['http://localhost/', names, ['127.0.0.1', '::1']],
    ['http://inner.cn/', ranges, ['10.1.2.3']],
    ['http://10.9.9.9:99/', ranges, ['10.9.9.9']],
    ['https://both.cn/', ranges, 'private'],
    ['https://localhost/', ranges, 'private'],
    ['http://paper.cn/', names, 'https'],
    ['https://x.inner.cn/', names, 'unresolved'],
  ])('%s', async (url, allow, expected) => {
    expect(await aim(url, allow)).toEqual(expected);
  });
});
