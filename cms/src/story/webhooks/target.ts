import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Failure } from '@jiedui/shared/webhook';
import { type AllowList, isInRanges } from './allow-list';
import { isPublicAddress } from './public-address';

/** Asks for all addresses of a host; rejects where it has none. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** Where a request goes: to these addresses, which were checked, and to no other that the name may have by then. */
export type Target = { url: URL; addresses: LookupAddress[] };

const NAMES_PATIENCE = 5_000;

/** The system's own answer, so that names of the inner network are found as everything else finds them. */
export const resolveName: Resolve = async (host) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${host} was not resolved in time`)), NAMES_PATIENCE);
  });
  try {
    return await Promise.race([lookup(host, { all: true, verbatim: true }), late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Resolves an address once and checks all that it leads to. Written forms of numbers (decimal, octal, a final dot) are
 * undone by the parser of URLs before anything is looked at.
 */
export async function aimAt(
  text: string,
  allow: AllowList,
  resolve: Resolve,
): Promise<{ target: Target } | { failure: Failure }> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username || url.password)
    return { failure: 'badUrl' };
  const host = hostOf(url);
  const addresses = await addressesOf(host, resolve);
  const isNamed = allow.names.has(host);
  const isInner =
    isNamed || (addresses.length > 0 && addresses.every((one) => isInRanges(one.address, allow)));
  if (!isInner && url.protocol !== 'https:') return { failure: 'https' };
  if (!isInner && !isUsualPort(url)) return { failure: 'port' };
  if (addresses.length === 0) return { failure: 'unresolved' };
  const mayReach = ({ address }: LookupAddress) => isPublicAddress(address) || isInRanges(address, allow);
  if (!isNamed && !addresses.every(mayReach)) return { failure: 'private' };
  return { target: { url, addresses } };
}

/** The bare host: IPv6 without its brackets, a name without the dot that may end it. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');

function addressesOf(host: string, resolve: Resolve): Promise<LookupAddress[]> {
  const family = isIP(host);
  return family ? Promise.resolve([{ address: host, family }]) : resolve(host).catch(() => []);
}

function isUsualPort({ port }: URL): boolean {
  const number = Number(port);
  return port === '' || number === 443 || number === 80 || number > 1024;
}
