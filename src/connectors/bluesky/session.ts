import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { readJson } from '../contract/read-json';
import { APP_PASSWORD, placeOf } from './manifest';
import { refusalOfXrpc, requestXrpc } from './xrpc-request';

const sessionShape = z.object({
  did: z.string().min(1).max(2048),
  handle: z.string().max(254),
  accessJwt: z.string().min(1).max(8192),
  refreshJwt: z.string().min(1).max(8192),
  active: z.boolean().nullish(),
});

export interface Session {
  base: string;
  did: string;
  handle: string;
  accessJwt: string;
  refreshJwt: string;
  /** Milliseconds; a little before access ends. */
  renewAt: number;
}

const MARGIN_MS = 5 * 60_000;
/** Access lasts two hours; used where its token does not say. */
const DEFAULT_MS = 90 * 60_000;
const MOST_SESSIONS = 1000;

/**
 * Sessions begun with app passwords, in this process's memory only: what is stored is the app password, which ends when
 * its owner takes it back. Bluesky allows 300 beginnings a day, and renewing does not count.
 */
const sessions = new Map<string, Session>();
const opening = new Map<string, Promise<Session | Refusal>>();

export function isRefusal(value: Session | Refusal): value is Refusal {
  return 'outcome' in value;
}

/**
 * The channel's session, begun or renewed where needed; who asks at the same time waits for the same.
 * @param spent an access token the network no longer takes
 */
export async function openSession(
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
  spent?: string,
): Promise<Session | Refusal> {
  const place = placeOf(channel.settings);
  const password = channel.secrets[APP_PASSWORD]?.[0];
  if (!place) return { outcome: 'failed', reason: 'settings_invalid' };
  if (!password) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const key = createHash('sha256')
    .update(JSON.stringify([channel.id, place, password]))
    .digest('hex');
  const known = sessions.get(key);
  if (known && known.accessJwt !== spent && known.renewAt > now.getTime()) return known;
  const pending = opening.get(key);
  if (pending) return pending;
  const begun = begin({ ...place, password }, known, outbound, now).then((session) => {
    if (isRefusal(session)) sessions.delete(key);
    else keep(key, session);
    return session;
  });
  opening.set(key, begun);
  return begun.finally(() => opening.delete(key));
}

function keep(key: string, session: Session): void {
  sessions.delete(key);
  sessions.set(key, session);
  const oldest = sessions.keys().next().value;
  if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest);
}

interface Login {
  base: string;
  handle: string;
  password: string;
}

/** By the refresh token where there is one; by the app password where that is spent, or there is none. */
async function begin(
  { base, handle, password }: Login,
  known: Session | undefined,
  outbound: Outbound,
  now: Date,
): Promise<Session | Refusal> {
  if (known) {
    const renewed = await ask(
      base,
      { nsid: 'com.atproto.server.refreshSession', token: known.refreshJwt },
      outbound,
      now,
    );
    if (!isRefusal(renewed) || renewed.outcome === 'retry') return renewed;
  }
  const body = { identifier: handle, password };
  return ask(base, { nsid: 'com.atproto.server.createSession', body }, outbound, now);
}

async function ask(
  base: string,
  call: { nsid: string; token?: string; body?: object },
  outbound: Outbound,
  now: Date,
): Promise<Session | Refusal> {
  const answer = await requestXrpc(base, { method: 'POST', ...call }, outbound);
  if (!('status' in answer)) return answer;
  if (answer.status !== 200) return refusalOfXrpc(answer, now);
  const given = sessionShape.safeParse(readJson(answer.bytes)).data;
  if (!given) return { outcome: 'failed', reason: 'unexpected_answer' };
  if (given.active === false) return { outcome: 'failed', reason: 'account_suspended', needsReconnect: true };
  return { base, ...given, renewAt: endOf(given.accessJwt, now) - MARGIN_MS };
}

/** When a token ends, read from it unchecked: it is only a hint when to renew. Milliseconds. */
function endOf(token: string, now: Date): number {
  const claims = z
    .object({ exp: z.number().min(0).max(1e11) })
    .safeParse(readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url')));
  return claims.success ? claims.data.exp * 1000 : now.getTime() + DEFAULT_MS;
}
