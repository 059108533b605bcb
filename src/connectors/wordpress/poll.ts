import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { PolledEvent, PollOutcome, PollRequest } from '../contract/asking';
import { askWhoami } from './check';
import { type ListedComment, listComments, PAGE_SIZE } from './list-comments';

/** Pages looked through in one asking for where the known begins. */
const PAGES_AT_ONCE = 20;
const GONE = 'gone';

const cursorShape = z.object({
  /** Our own user's number. */
  userId: z.string(),
  /** Everything up to this number is known; absent of a backfill that has found nothing yet. */
  upTo: z.int().min(0).optional(),
  /** The page of the list, the newest first, to go on from while a gap is being closed. */
  page: z.int().min(1),
  /** Of the newest comments what they said when last seen, as a short hash. */
  seen: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorShape>;

/**
 * New comments by number, held ones among them; of the newest hundred also what changed and what was taken away, for
 * WordPress dates neither. A gap is closed from its oldest page on.
 */
export const pollWordpress: NonNullable<Connector['poll']> = async (request, channel, outbound, now) => {
  const known = cursorShape.safeParse(request.cursor).data;
  const cursor = known ?? (await begin(channel, outbound, now));
  if ('outcome' in cursor) return cursor;
  const found = await findPage(cursor, request, channel, outbound, now);
  if ('outcome' in found) return found;
  const { page, list } = found;
  if (!known && !request.since) {
    const upTo = Math.max(0, ...list.map(({ number }) => number));
    return {
      outcome: 'polled',
      events: [],
      cursor: { ...cursor, upTo, seen: hashesOf(list) },
      hasMore: false,
    };
  }
  return told({ cursor, page, list, request, now });
};

async function begin(channel: ChannelAccess, outbound: Outbound, now: Date): Promise<Cursor | Refusal> {
  const me = await askWhoami(channel, outbound, now);
  return me.outcome === 'known' ? { userId: me.user.id, page: 1, seen: {} } : me;
}

/** The page on which what is known ends and what is new begins; the first page where there is nothing to begin from. */
async function findPage(
  cursor: Cursor,
  request: PollRequest,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<{ page: number; list: ListedComment[] } | Refusal> {
  let page = cursor.page;
  let list: ListedComment[] = [];
  for (let tries = 0; tries < PAGES_AT_ONCE; tries += 1) {
    const answer = await listComments(page, channel, outbound, now);
    if ('outcome' in answer) return answer;
    // Behind a page that is all new lies one that is all known: the new begins on the page before.
    if (list.length > 0 && !answer.some((comment) => isNew(comment, cursor, request)))
      return { page: page - 1, list };
    list = answer;
    const isBeginning = cursor.upTo === undefined && !request.since;
    const isAllNew = list.length === PAGE_SIZE && list.every((comment) => isNew(comment, cursor, request));
    if (isBeginning || !isAllNew) break;
    page += 1;
  }
  return { page, list };
}

function isNew({ number, comment }: ListedComment, { upTo }: Cursor, { since }: PollRequest): boolean {
  return upTo === undefined ? since !== undefined && comment.date_gmt > since : number > upTo;
}

interface Telling {
  cursor: Cursor;
  page: number;
  list: readonly ListedComment[];
  request: PollRequest;
  now: Date;
}

function told({ cursor, page, list, request, now }: Telling): PollOutcome {
  const fresh = list.filter((listed) => isNew(listed, cursor, request)).reverse();
  const taken = fresh.slice(0, request.limit);
  const isCut = taken.length < fresh.length;
  const isLive = !request.since && page === 1 && !isCut;
  const events = [
    ...taken.map((listed) => toEvent(listed, cursor)),
    ...(isLive ? changesIn(list, cursor, now) : []),
  ];
  const last = taken.at(-1)?.number;
  const next: Cursor = {
    ...cursor,
    ...(last !== undefined && { upTo: Math.max(cursor.upTo ?? 0, last) }),
    // Nothing new is left on this page, so the next is the newer one.
    page: isCut || taken.length > 0 ? page : Math.max(1, page - 1),
    ...(isLive && { seen: { ...goneIn(list, cursor), ...hashesOf(list) } }),
  };
  return { outcome: 'polled', events, cursor: next, hasMore: isCut || page > 1 };
}

function toEvent(
  { raw, post, comment }: ListedComment,
  { userId }: Cursor,
  seenAt?: Date,
  isRestored?: boolean,
): PolledEvent {
  const body = {
    comment: raw,
    post,
    isOwn: comment.author === userId,
    ...(seenAt && { seenAt: seenAt.toISOString() }),
    ...(isRestored && { isRestored }),
  };
  const version = seenAt ? `@${seenAt.getTime()}` : '';
  return { externalId: `${comment.id}${version}`, body: Buffer.from(JSON.stringify(body)) };
}

function changesIn(list: readonly ListedComment[], cursor: Cursor, now: Date): PolledEvent[] {
  const changed = list.flatMap((listed) => {
    const before = cursor.seen[listed.comment.id];
    if (before === undefined || before === hashOf(listed)) return [];
    const [wasHeld] = before.split(' ');
    const isBack = before === GONE || wasHeld !== listed.comment.status;
    return [toEvent(listed, cursor, now, isBack)];
  });
  const gone = vanished(list, cursor).filter((id) => cursor.seen[id] !== GONE);
  const deletions = gone.map((id) => ({
    externalId: `${id}@${now.getTime()}`,
    body: Buffer.from(JSON.stringify({ gone: id, post: postOf(cursor.seen[id]), seenAt: now.toISOString() })),
  }));
  return [...changed, ...deletions];
}

/** Seen before and not in the list, though it reaches back that far. */
function vanished(list: readonly ListedComment[], { seen }: Cursor): string[] {
  const listed = new Set(list.map(({ comment }) => comment.id));
  const oldest = list.length < PAGE_SIZE ? 0 : Math.min(...list.map(({ number }) => number));
  return Object.keys(seen).filter((id) => !listed.has(id) && Number(id) >= oldest);
}

function goneIn(list: readonly ListedComment[], cursor: Cursor): Record<string, string> {
  return Object.fromEntries(
    vanished(list, cursor)
      .slice(-PAGE_SIZE)
      .map((id) => [id, GONE]),
  );
}

function hashesOf(list: readonly ListedComment[]): Record<string, string> {
  return Object.fromEntries(list.map((listed) => [listed.comment.id, hashOf(listed)]));
}

/** Status, post, and what it says. */
function hashOf({ comment }: ListedComment): string {
  const words = JSON.stringify([comment.parent, comment.content.rendered]);
  return `${comment.status} ${comment.post} ${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;
}

function postOf(hash: string | undefined): string {
  return hash?.split(' ')[1] ?? '0';
}
