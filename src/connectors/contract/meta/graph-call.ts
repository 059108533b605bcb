import { createHmac } from 'node:crypto';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../access';
import { refusalOfFailure } from '../http-outcome';
import { readJson } from '../read-json';
import { type GraphEdge, type GraphVerdicts, toGraphFailure } from './graph-errors';
import { APP_SECRET } from './signature';

const GRAPH_VERSION = 'v26.0';
const TIMEOUT_MS = 20_000;

export interface GraphRequest {
  method: 'GET' | 'POST';
  /** Below the version, already encoded: `123/comments`. */
  path: string;
  /** What an error means depends on where it was met. */
  edge: GraphEdge;
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
  /** A form instead of JSON. */
  form?: { contentType: string; body: Uint8Array };
}

export interface GraphCredentials {
  token: string;
  /** Proves to Meta that the caller knows the app's secret, not only a token it may have found. */
  appSecret?: string;
}

export type GraphAnswer =
  | { outcome: 'answered'; json: unknown; headers: Readonly<Record<string, string>> }
  | Refusal;
export type GraphCall = (
  request: GraphRequest,
  credentials: GraphCredentials,
  outbound: Outbound,
  now: Date,
) => Promise<GraphAnswer>;

/** The newest token of that name with the app's secret; null where the channel has none. */
export function graphCredentials(channel: ChannelAccess, tokenName: string): GraphCredentials | null {
  const token = channel.secrets[tokenName]?.[0];
  const appSecret = channel.secrets[APP_SECRET]?.[0];
  return token === undefined ? null : { token, ...(appSecret !== undefined && { appSecret }) };
}

function proofOf({ token, appSecret }: GraphCredentials): Record<string, string> {
  if (appSecret === undefined) return {};
  return { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') };
}

/**
 * One call to the Graph API; the token travels in a header, never in the address.
 * @param baseUrl for example `https://graph.facebook.com`
 * @param verdicts of error codes only this network has
 */
export function createGraphCall(baseUrl: string, verdicts: GraphVerdicts = {}): GraphCall {
  const base = `${baseUrl.replace(/\/+$/, '')}/${GRAPH_VERSION}`;
  return async ({ method, path, edge, query = {}, body, form }, credentials, { http }, now) => {
    const proof = proofOf(credentials);
    const isJson = method === 'POST' && form === undefined;
    const inQuery = new URLSearchParams(isJson ? query : { ...query, ...proof }).toString();
    const answer = await http.request({
      method,
      url: `${base}/${path}${inQuery && `?${inQuery}`}`,
      headers: {
        authorization: `Bearer ${credentials.token}`,
        ...(method === 'POST' && { 'content-type': form?.contentType ?? 'application/json' }),
      },
      ...(method === 'POST' && { body: form?.body ?? JSON.stringify({ ...body, ...proof }) }),
      timeoutMs: TIMEOUT_MS,
    });
    if (!answer.ok) return refusalOfFailure(answer.refusal);
    const { status, headers } = answer.value;
    if (status < 200 || status > 299) return toGraphFailure(answer.value, edge, now, verdicts);
    return { outcome: 'answered', json: readJson(answer.value.bytes), headers };
  };
}
