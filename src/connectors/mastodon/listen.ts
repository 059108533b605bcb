import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outbound } from '@/platform/http/outbound';
import type { Connector } from '../contract';
import { baseOf, callerFor } from './api-call';
import { ACCESS_TOKEN } from './manifest';
import { readInstance } from './own-account';

/** An instance writes a line of its own at least this often. */
const SILENCE_MS = 90_000;
/** An instance without a stream has none a minute later either: it is asked in turn. */
const NO_STREAM_MS = 60 * 60_000;
const PATH = '/api/v1/streaming/user';
/** What is worth asking for; posts of people the account follows (`update`) are not. */
const WAKING = /^event: ?(notification|delete|status\.update|conversation)\s*$/m;

/** Server-sent events of the account; what comes wakes us, and polling fetches it. */
export const listenToMastodon: NonNullable<Connector['listen']> = async (channel, outbound, wake, signal) => {
  const base = baseOf(channel.settings);
  const token = channel.secrets[ACCESS_TOKEN]?.[0];
  if (base === null || token === undefined || signal.aborted) return;
  const instance = await readInstance(callerFor(channel, outbound, new Date()));
  if ('outcome' in instance) return;
  const url = streamAddress(instance.streamingUrl, base);
  const answer = url && (await open(url, token, outbound, signal));
  if (!answer) return;
  if (answer.statusCode !== 200) {
    answer.destroy();
    if (answer.statusCode === 404) await wait(NO_STREAM_MS, undefined, { signal }).catch(() => undefined);
    return;
  }
  await follow(answer, wake, signal);
};

/** An instance names where its WebSocket answers; events are served at the same place. */
function streamAddress(named: string | undefined, base: string): URL | null {
  const address = `${(named ?? base).replace(/^ws/i, 'http').replace(/\/+$/, '')}${PATH}`;
  return URL.canParse(address) ? new URL(address) : null;
}

async function open(
  url: URL,
  token: string,
  { hosts }: Outbound,
  signal: AbortSignal,
): Promise<IncomingMessage | null> {
  const isSecure = url.protocol === 'https:';
  if (!isSecure && url.protocol !== 'http:') return null;
  const place = await hosts.locate(url.hostname, { isSecure });
  if (!place.ok || signal.aborted) return null;
  const options = {
    host: place.value.address,
    port: url.port || (isSecure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, accept: 'text/event-stream', authorization: `Bearer ${token}` },
    signal,
    timeout: SILENCE_MS,
  };
  return new Promise((resolve) => {
    const request = isSecure ? requestHttps({ ...options, servername: url.hostname }) : requestHttp(options);
    request.once('response', resolve);
    request.once('timeout', () => request.destroy());
    request.on('error', () => resolve(null));
    request.end();
  });
}

async function follow(answer: IncomingMessage, wake: () => void, signal: AbortSignal): Promise<void> {
  // What came between the last asking and now has woken nobody.
  wake();
  let rest = '';
  try {
    for await (const chunk of answer) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = (lines.pop() ?? '').slice(-1000);
      if (WAKING.test(lines.join('\n'))) wake();
      if (signal.aborted) return;
    }
  } catch {
    // A lost connection ends the listening; whoever called begins again.
  } finally {
    answer.destroy();
  }
}
