import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import type { Budget } from '../contract/asking';
import { readJson } from '../contract/read-json';
import { isRefusal, openSession, type Session } from './session';
import { errorOf, limitOf, refusalOfXrpc, requestXrpc, type XrpcRequest } from './xrpc-request';

/** A new record costs three points of what the headers count. */
const POINTS_PER_RECORD = 3;
/** What a token may be refused for that another session mends. */
const SPENT = ['ExpiredToken', 'InvalidToken', 'BadJwt'];

export type XrpcAnswer =
  | { outcome: 'answered'; json: unknown; session: Session; budgets: readonly Budget[] }
  | Refusal;
export type XrpcCall = Omit<XrpcRequest, 'token'>;
/** Calls as one channel's account; see `callerFor`. */
export type CallXrpc = (call: XrpcCall) => Promise<XrpcAnswer>;

/** Calls as the channel's account; an access token that ended before its time is renewed once. */
export function callerFor(channel: ChannelAccess, outbound: Outbound, now: Date): CallXrpc {
  return async (call) => {
    let spent: string | undefined;
    for (;;) {
      const session = await openSession(channel, outbound, now, spent);
      if (isRefusal(session)) return session;
      const answer = await requestXrpc(session.base, { ...call, token: session.accessJwt }, outbound);
      if (!('status' in answer)) return answer;
      const { status, headers, bytes } = answer;
      if (status >= 200 && status < 300)
        return { outcome: 'answered', json: readJson(bytes), session, budgets: budgetsOf(headers, call) };
      if (spent !== undefined || !SPENT.includes(errorOf(answer))) return refusalOfXrpc(answer, now);
      spent = session.accessJwt;
    }
  };
}

function budgetsOf(headers: Readonly<Record<string, string>>, { method }: XrpcCall): Budget[] {
  const told = limitOf(headers);
  if (!told) return [];
  const each = method === 'GET' ? 1 : POINTS_PER_RECORD;
  const { remaining, limit, resetsAt } = told;
  return [
    {
      scope: method === 'GET' ? 'read' : 'send',
      remaining: Math.floor(remaining / each),
      ...(limit !== undefined && { limit: Math.floor(limit / each) }),
      resetsAt,
    },
  ];
}
