import { ok, refuse } from '@/kernel/result';
import { isAddress, parseAllowList } from './address-policy';
import { RefusedConnection, type ResolveHost, refusalOf, resolveBySystem } from './checked-lookup';
import type { OutboundHosts } from './outbound-types';

/** @throws where an `allow` entry is neither host, address nor CIDR block */
export function createOutboundHosts({
  allow,
  resolveHost = resolveBySystem,
}: {
  allow: readonly string[];
  resolveHost?: ResolveHost;
}): OutboundHosts {
  const allowList = parseAllowList(allow);
  return {
    locate: async (hostname, { isSecure }) => {
      try {
        const found = isAddress(hostname)
          ? [{ address: hostname.replace(/^\[|\]$/g, ''), family: 0 }]
          : await resolveHost(hostname);
        const refusal = refusalOf(hostname, found, { allowList, mustBeAllowListed: !isSecure });
        const first = found[0];
        if (refusal === null && first) return ok({ address: first.address });
        return refuse({ reason: refusal?.reason ?? 'host_not_found', detail: refusal?.message ?? hostname });
      } catch (error) {
        const reason = error instanceof RefusedConnection ? error.reason : 'host_not_found';
        return refuse({ reason, detail: String(error) });
      }
    },
  };
}
