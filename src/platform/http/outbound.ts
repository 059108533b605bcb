import { Agent } from 'undici';
import { ok, type Result, refuse } from '@/kernel/result';
import { isAddress, isPublicAddress, parseAllowList } from './address-policy';
import { createCheckedLookup, type ResolveHost, resolveBySystem } from './checked-lookup';
import { exchange } from './exchange';
import { createOutboundHosts } from './outbound-hosts';
import type {
  Outbound,
  OutboundFailure,
  OutboundHttp,
  OutboundRequest,
  OutboundResponse,
} from './outbound-types';
import { nextRequest } from './redirects';

export type {
  Outbound,
  OutboundFailure,
  OutboundHttp,
  OutboundRequest,
  OutboundResponse,
} from './outbound-types';

export interface OutboundOptions {
  /** Host names, addresses and CIDR blocks that may be reached although private, and without TLS. */
  allow: readonly string[];
  /** Milliseconds; default 10,000. */
  timeoutMs?: number;
  /** Bytes; default 1 MiB. */
  maxResponseBytes?: number;
  /** Name resolution; the system's unless a test says otherwise. */
  resolveHost?: ResolveHost;
}

const MAX_REDIRECTS = 3;

function parseUrl(text: string): URL | null {
  // Node's URL also turns decimal, octal and hexadecimal spellings of an IPv4 address into the dotted one.
  return URL.canParse(text) ? new URL(text) : null;
}

function createUrlCheck(allow: readonly string[]): (url: URL) => OutboundFailure | null {
  const allowList = parseAllowList(allow);
  return (url) => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      return { reason: 'invalid_url', detail: `${url.protocol} is not http or https` };
    if (url.username !== '' || url.password !== '')
      return { reason: 'invalid_url', detail: 'credentials in the address' };
    // A socket does not look literal addresses up, so they are judged here.
    if (!isAddress(url.hostname) || allowList.hasHost(url.hostname) || allowList.hasAddress(url.hostname))
      return null;
    if (!isPublicAddress(url.hostname)) return { reason: 'address_refused', detail: url.hostname };
    if (url.protocol === 'http:') return { reason: 'insecure_url', detail: url.hostname };
    return null;
  };
}

/**
 * @returns the door, and `close` for shutting its connections down
 * @throws where an `allow` entry is neither host, address nor CIDR block
 */
export function createOutboundHttp(options: OutboundOptions): OutboundHttp & { close(): Promise<void> } {
  const allowList = parseAllowList(options.allow);
  const checkUrl = createUrlCheck(options.allow);
  const resolveHost = options.resolveHost ?? resolveBySystem;
  const createAgent = (mustBeAllowListed: boolean) =>
    new Agent({ connect: { lookup: createCheckedLookup(resolveHost, { allowList, mustBeAllowListed }) } });
  const agents = { 'https:': createAgent(false), 'http:': createAgent(true) };

  async function request(first: OutboundRequest): Promise<Result<OutboundResponse, OutboundFailure>> {
    const limits = {
      signal: AbortSignal.timeout(first.timeoutMs ?? options.timeoutMs ?? 10_000),
      maxResponseBytes: first.maxResponseBytes ?? options.maxResponseBytes ?? 1_048_576,
    };
    let current = first;
    let movedTo: string | undefined;
    let hasOnlyMoved = true;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const url = parseUrl(current.url);
      if (url === null) return refuse({ reason: 'invalid_url', detail: 'not an address' });
      const refusal = checkUrl(url);
      if (refusal !== null) return refuse(refusal);
      const agent = agents[url.protocol as keyof typeof agents];
      const answer = await exchange(current, url, agent, limits);
      if (!answer.ok) return answer;
      const next = nextRequest(current, url, answer.value);
      if (!next.ok) return next;
      if (next.value === null) return ok({ ...answer.value, ...(movedTo !== undefined && { movedTo }) });
      hasOnlyMoved &&= answer.value.status === 301 || answer.value.status === 308;
      if (hasOnlyMoved) movedTo = next.value.url;
      current = next.value;
    }
    return refuse({ reason: 'too_many_redirects', detail: `more than ${MAX_REDIRECTS}` });
  }

  return {
    request,
    close: async () => {
      await Promise.all([agents['https:'].destroy(), agents['http:'].destroy()]);
    },
  };
}

/** Every way out of the house, under one allow-list. */
export function createOutbound(options: OutboundOptions): Outbound & { close(): Promise<void> } {
  const http = createOutboundHttp(options);
  return { http, hosts: createOutboundHosts(options), close: http.close };
}
