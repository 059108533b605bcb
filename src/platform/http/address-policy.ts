import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What a self-hoster allows beyond the public internet: host names and address blocks. */
export interface AllowList {
  /** True for a host name (or literal address) listed as it stands; case does not matter. */
  hasHost(hostname: string): boolean;
  /** True for an address inside a listed block. */
  hasAddress(address: string): boolean;
}

/** Global unicast, the only IPv6 space the public internet routes; `::/96` and its like are outside of it. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

function parseAddress(text: string): Address | null {
  const bare = text.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}

/** True where the text is an IPv4 or IPv6 address (brackets allowed), not a name. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== null;
}

/**
 * True only for addresses of the public internet. Private, loopback, link-local, carrier-grade NAT, multicast,
 * documentation and transition addresses (v4-mapped, NAT64, 6to4, Teredo) are not: a transition address
 * can carry a private one inside.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === null || address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

/**
 * @param entries host names (`hooks.internal`), addresses or CIDR blocks (`10.0.0.0/8`, `fd00::/8`)
 * @throws naming the entry that is none of these
 */
export function parseAllowList(entries: readonly string[]): AllowList {
  const hosts = new Set<string>();
  const blocks: [Address, number][] = [];
  for (const entry of entries) {
    const text = entry.trim().toLowerCase();
    const address = parseAddress(text);
    if (address !== null) blocks.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    else if (ipaddr.isValidCIDR(text)) blocks.push(ipaddr.parseCIDR(text));
    else if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text)) hosts.add(text);
    else throw new Error(`Not a host name, address or CIDR block: "${entry}"`);
  }
  return {
    hasHost: (hostname) => hosts.has(hostname.toLowerCase().replace(/\.$/, '')),
    hasAddress(candidate) {
      const address = parseAddress(candidate);
      return (
        address !== null &&
        blocks.some(([block, bits]) => block.kind() === address.kind() && address.match(block, bits))
      );
    },
  };
}
