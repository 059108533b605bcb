import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { type AllowList, isPublicAddress } from './address-policy';

export interface ResolvedAddress {
  address: string;
  family: number;
}
export type ResolveHost = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** Carries our reason through the socket's error path. */
export class RefusedConnection extends Error {
  readonly reason: 'address_refused' | 'insecure_url' | 'host_not_found';

  constructor(reason: RefusedConnection['reason'], detail: string) {
    super(detail);
    this.reason = reason;
  }
}

const resolveAll = promisify(dnsLookup);

export const resolveBySystem: ResolveHost = (hostname) => resolveAll(hostname, { all: true });

interface Rules {
  allowList: AllowList;
  /** Plain http reaches allow-listed places only. */
  mustBeAllowListed: boolean;
}

/** Why a name with these addresses may not be reached; null where it may. */
export function refusalOf(
  hostname: string,
  found: readonly ResolvedAddress[],
  rules: Rules,
): RefusedConnection | null {
  if (found.length === 0) return new RefusedConnection('host_not_found', `${hostname} has no address`);
  if (rules.allowList.hasHost(hostname)) return null;
  for (const { address } of found) {
    if (rules.allowList.hasAddress(address)) continue;
    // One bad address refuses the name: which of several a socket would take is not ours to guess.
    if (!isPublicAddress(address))
      return new RefusedConnection('address_refused', `${hostname} resolves to ${address}`);
    if (rules.mustBeAllowListed)
      return new RefusedConnection('insecure_url', `${hostname} is reached without TLS`);
  }
  return null;
}

/**
 * The lookup a socket connects by: what it hands over are the very addresses that were checked, so that
 * a name which changes its mind between check and connection gains nothing.
 */
export function createCheckedLookup(resolveHost: ResolveHost, rules: Rules): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname).then(
      (found) => {
        const refusal = refusalOf(hostname, found, rules);
        const first = found[0];
        if (refusal !== null || first === undefined) callback(refusal, '', 4);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (cause: unknown) => callback(new RefusedConnection('host_not_found', String(cause)), '', 4),
    );
  };
}
