import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** What the operator lets webhooks reach of the inner network: names of hosts, and ranges of addresses. */
export type AllowList = { names: ReadonlySet<string>; ranges: readonly Range[] };

export const ALLOWS_NOTHING: AllowList = { names: new Set(), ranges: [] };

const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;
// `10.0.0` is neither an address nor a name that somebody would mean.
const ONLY_NUMBERS = /^[\d.]+$/;

/** Reads a list parted by commas; `wrong` are the entries that are neither a name nor a range. */
export function readAllowList(text: string): { list: AllowList; wrong: string[] } {
  const names = new Set<string>();
  const ranges: Range[] = [];
  const wrong: string[] = [];
  for (const entry of text.split(',').map((one) => one.trim())) {
    if (entry === '') continue;
    const range = rangeOf(entry);
    if (range) ranges.push(range);
    else if (NAME.test(entry) && !ONLY_NUMBERS.test(entry)) names.add(entry.toLowerCase());
    else wrong.push(entry);
  }
  return { list: { names, ranges }, wrong };
}

function rangeOf(entry: string): Range | null {
  const [base = '', , ...more] = entry.split(/(\/)/);
  const whole = ipaddr.IPv4.isValidFourPartDecimal(base) || (base.includes(':') && ipaddr.IPv6.isValid(base));
  if (!whole) return null;
  if (more.length === 0) {
    const address = ipaddr.parse(base);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  return ipaddr.isValidCIDR(entry) ? ipaddr.parseCIDR(entry) : null;
}

/** Whether an address is in one of the ranges. */
export function isInRanges(text: string, { ranges }: AllowList): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return ranges.some(([base, bits]) => base.kind() === address.kind() && address.match([base, bits]));
}
