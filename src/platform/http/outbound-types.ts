import type { Result } from '@/kernel/result';

export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  url: string;
  /** Lower-case names. */
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Milliseconds for everything: resolution, redirects, the last byte. */
  timeoutMs?: number;
  /** Bytes of the answer's body; a longer one is refused, not cut. */
  maxResponseBytes?: number;
}

export interface OutboundResponse {
  status: number;
  /** Lower-case names; repeated headers joined by a comma. */
  headers: Readonly<Record<string, string>>;
  /** As UTF-8. */
  body: string;
  /** As it came, for formats that name their own encoding. */
  bytes: Uint8Array;
  /** Where it was found, redirects followed. */
  url: string;
  /** Where permanent redirects (301, 308) say it lies from now on; absent where there was none before any passing one. */
  movedTo?: string;
}

export interface OutboundFailure {
  reason:
    | 'invalid_url'
    | 'insecure_url'
    | 'address_refused'
    | 'host_not_found'
    | 'connection_failed'
    | 'timeout'
    | 'response_too_large'
    | 'redirect_refused'
    | 'too_many_redirects';
  /** For logs and admins; holds no header and no body. */
  detail: string;
}

/** The one door for requests to an address that a person or a payload gave. Never throws for what the other side does. */
export interface OutboundHttp {
  request(request: OutboundRequest): Promise<Result<OutboundResponse, OutboundFailure>>;
}

/** The one door for connections that are not HTTP (IMAP, SMTP): which address a name may be reached at. */
export interface OutboundHosts {
  /**
   * Resolves a host and judges what it finds; connect to the very address that is returned, with the name for TLS.
   * @param isSecure false where the connection begins without TLS: then only allow-listed places are reached
   */
  locate(
    hostname: string,
    options: { isSecure: boolean },
  ): Promise<Result<{ address: string }, OutboundFailure>>;
}

/** Every way out of the house. */
export interface Outbound {
  http: OutboundHttp;
  hosts: OutboundHosts;
}
