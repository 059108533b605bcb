import { z } from 'zod';
import type { Refusal } from '../contract';
import { type CallMastodon, isMissing } from './api-call';
import { localId, type MastodonStatus, mastodonStatus, mastodonTime, type OwnAccount } from './schema';

export const PAGE = 40;
/** Somebody wrote to us, or somebody we asked to hear of wrote. Likes and followers are not asked for. */
const TYPES = ['mention', 'status', 'update', 'quote'];

/** What asking goes by: as whom, and when. */
export interface Asking {
  call: CallMastodon;
  own: OwnAccount;
  now: Date;
}
export interface Found {
  status: MastodonStatus;
  raw: unknown;
}
export interface SourcePage {
  found: Found[];
  /** Ids of the list itself, the newest first. */
  ids: string[];
  /** When the oldest of the page was made. */
  oldestAt: Date | undefined;
}

const list = z.array(z.unknown()).max(1000);
const notification = z.object({
  id: localId,
  created_at: mastodonTime,
  type: z.string(),
  status: z.unknown(),
});
const named = z.object({ id: localId, created_at: mastodonTime });

/**
 * One page of a list: `notifications`, `own` statuses or a hashtag as `t:<tag>`; from `min` on the next newer ones, from
 * `max` on the next older, else the newest. A list the instance does not have is empty.
 */
export async function readSource(
  source: string,
  ownId: string,
  bound: { min?: string | undefined; max?: string | undefined },
  call: CallMastodon,
): Promise<SourcePage | Refusal> {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (bound.min !== undefined) query.set('min_id', bound.min);
  if (bound.max !== undefined) query.set('max_id', bound.max);
  const answer = await call({ method: 'GET', path: `${pathOf(source, ownId, query)}?${query}` });
  if (answer.outcome !== 'answered') {
    if (!isMissing(answer)) return answer;
    return source.startsWith('t:')
      ? { found: [], ids: [], oldestAt: undefined }
      : { outcome: 'failed', reason: 'unexpected_answer' };
  }
  const entries = list.safeParse(answer.json).data;
  if (!entries) return { outcome: 'failed', reason: 'unexpected_answer' };
  return source === 'notifications' ? fromNotifications(entries) : fromStatuses(entries);
}

function pathOf(source: string, ownId: string, query: URLSearchParams): string {
  if (source === 'notifications') {
    for (const type of TYPES) query.append('types[]', type);
    return '/api/v1/notifications';
  }
  if (source === 'own') {
    query.set('exclude_reblogs', 'true');
    return `/api/v1/accounts/${encodeURIComponent(ownId)}/statuses`;
  }
  return `/api/v1/timelines/tag/${encodeURIComponent(source.slice(2))}`;
}

function fromNotifications(entries: readonly unknown[]): SourcePage {
  const known = entries.flatMap((raw) => notification.safeParse(raw).data ?? []);
  // Instances that cannot leave kinds out send all of them.
  const worded = known.filter(({ type }) => TYPES.includes(type)).map(({ status }) => status);
  return {
    found: worded.flatMap(toFound),
    ids: known.map(({ id }) => id),
    oldestAt: known.at(-1)?.created_at,
  };
}

function fromStatuses(entries: readonly unknown[]): SourcePage {
  const known = entries.flatMap((raw) => named.safeParse(raw).data ?? []);
  return {
    found: entries.flatMap(toFound),
    ids: known.map(({ id }) => id),
    oldestAt: known.at(-1)?.created_at,
  };
}

function toFound(raw: unknown): Found[] {
  const status = mastodonStatus.safeParse(raw).data;
  return status && status.reblog == null ? [{ status, raw }] : [];
}

const context = z.object({ ancestors: list });
const uriOnly = z.object({ uri: z.string().min(1).max(2000) });

/** The uris of what a status answers, the first of the thread first; none where the instance shows none. */
export async function readAncestors(status: MastodonStatus, call: CallMastodon): Promise<string[] | Refusal> {
  if (status.in_reply_to_id == null) return [];
  const base = '/api/v1/statuses/';
  const answer = await call({ method: 'GET', path: `${base}${encodeURIComponent(status.id)}/context` });
  if (answer.outcome !== 'answered' && !isMissing(answer)) return answer;
  const listed = answer.outcome === 'answered' ? context.safeParse(answer.json).data?.ancestors : undefined;
  const uris = (listed ?? []).flatMap((raw) => uriOnly.safeParse(raw).data?.uri ?? []);
  if (uris.length > 0) return uris.slice(-500);
  const parent = await call({ method: 'GET', path: `${base}${encodeURIComponent(status.in_reply_to_id)}` });
  if (parent.outcome !== 'answered') return isMissing(parent) ? [] : parent;
  const uri = uriOnly.safeParse(parent.json).data?.uri;
  return uri === undefined ? [] : [uri];
}
