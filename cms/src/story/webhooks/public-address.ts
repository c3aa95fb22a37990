import ipaddr from 'ipaddr.js';

// Ranges that the library counts as ordinary, or gives no name.
const RELAYS_OF_6TO4 = ipaddr.parseCIDR('192.88.99.0/24') as [ipaddr.IPv4, number];
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Whether an address belongs to one host of the public internet; one of IPv4 within IPv6 counts as what it holds. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6
    ? address.match(GLOBAL_UNICAST)
    : !(address as ipaddr.IPv4).match(RELAYS_OF_6TO4);
}
