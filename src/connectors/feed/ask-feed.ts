import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { decodeText } from './decode-text';
import { feedLinksOf } from './links';
import { type FeedDocument, readFeed } from './read-feed';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 5_000_000;
const DEFAULT_BACK_OFF_SECONDS = 900;
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.6, */*;q=0.5';

/** What the last answer left to be asked by. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export type FeedAnswer =
  | { outcome: 'unchanged'; freshSeconds?: number }
  | {
      outcome: 'found';
      document: FeedDocument;
      /** Where it lies from now on. */
      address: string;
      validators: Validators;
      /** How long its server calls it fresh. */
      freshSeconds?: number;
    }
  | Refusal;

/**
 * The feed at an address, or the one the page there names; asked conditionally where its last answer is known.
 * A page costs up to eleven requests, once: the feed's own address is what the answer gives.
 */
export async function askFeed(
  address: string,
  known: Validators,
  outbound: Outbound,
  now: Date,
): Promise<FeedAnswer> {
  const answer = await request(address, known, outbound, now);
  if ('outcome' in answer) return answer;
  if (answer.status === 304) return { outcome: 'unchanged', ...freshnessOf(answer) };
  const found = foundIn(answer, address);
  if (found) return found;
  if (!isPage(answer)) return { outcome: 'failed', reason: 'not_a_feed' };
  const page = decodeText(answer.bytes, answer.headers['content-type']);
  for (const link of feedLinksOf(page, answer.url)) {
    const linked = await request(link, {}, outbound, now);
    const feed = 'outcome' in linked ? undefined : foundIn(linked, link);
    if (feed) return feed;
  }
  return { outcome: 'failed', reason: 'feed_not_found' };
}

async function request(
  url: string,
  { etag, lastModified }: Validators,
  { http }: Outbound,
  now: Date,
): Promise<OutboundResponse | Refusal> {
  const answer = await http.request({
    method: 'GET',
    url,
    headers: {
      accept: ACCEPT,
      ...(etag && { 'if-none-match': etag }),
      ...(lastModified && { 'if-modified-since': lastModified }),
    },
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_BYTES,
  });
  if (answer.ok) return refusalOf(answer.value, now) ?? answer.value;
  if (answer.refusal.reason === 'response_too_large') return { outcome: 'failed', reason: 'feed_too_large' };
  const refusal = refusalOfFailure(answer.refusal);
  return refusal.outcome === 'failed' ? { ...refusal, reason: 'feed_address_refused' } : refusal;
}

function refusalOf({ status, headers }: OutboundResponse, now: Date): Refusal | undefined {
  if (status === 304 || (status >= 200 && status < 300)) return undefined;
  const detail = `HTTP ${status}`;
  const asked = retryAfterSeconds(headers, now);
  if (status === 429)
    return {
      outcome: 'retry',
      reason: 'rate_limited',
      retryAfter: asked ?? DEFAULT_BACK_OFF_SECONDS,
      detail,
    };
  if (status >= 500)
    return {
      outcome: 'retry',
      reason: 'network_unavailable',
      ...(asked !== undefined && { retryAfter: asked }),
      detail,
    };
  if (status === 410) return { outcome: 'failed', reason: 'feed_gone', detail };
  return { outcome: 'failed', reason: status === 404 ? 'feed_not_found' : 'feed_refused', detail };
}

function foundIn(answer: OutboundResponse, asked: string): FeedAnswer | undefined {
  const { headers, bytes, url, movedTo } = answer;
  const document = readFeed(bytes, headers['content-type'], url);
  if (!document) return undefined;
  const { etag, 'last-modified': lastModified } = headers;
  return {
    outcome: 'found',
    document,
    address: movedTo ?? asked,
    validators: {
      ...(etag && etag.length <= 500 && { etag }),
      ...(lastModified && lastModified.length <= 100 && { lastModified }),
    },
    ...freshnessOf(answer),
  };
}

function freshnessOf({ headers }: OutboundResponse): { freshSeconds?: number } {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  return seconds === undefined ? {} : { freshSeconds: Number(seconds) };
}

function isPage({ headers, body }: OutboundResponse): boolean {
  return (
    /html/i.test(headers['content-type'] ?? '') || /<(?:!doctype html|html|head)\b/i.test(body.slice(0, 2000))
  );
}
