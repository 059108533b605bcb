import { z } from 'zod';
import type { Connector } from '../contract';
import type { PolledEvent } from '../contract/asking';
import { metaId } from '../contract/meta/part';
import type { createAccess } from './access';
import { instagramSettings } from './manifest';
import { graphTime } from './parse-comment';

const MEDIA_PER_PAGE = 10;
/** Posts looked at for what is new, newest first; a backfill goes on to its own beginning. */
const CATCH_UP_PAGES = 5;
const COMMENT = 'id,text,timestamp,username,from';
const FIELDS = `id,timestamp,permalink,comments.limit(50){${COMMENT},replies.limit(50){${COMMENT}}}`;

const comment = z.looseObject({ id: metaId, timestamp: graphTime });
type Comment = z.output<typeof comment>;
const post = z.object({
  id: metaId,
  timestamp: graphTime,
  permalink: z.unknown().optional(),
  comments: z
    .object({ data: z.array(comment.extend({ replies: z.object({ data: z.array(comment) }).nullish() })) })
    .nullish(),
});
const page = z.object({
  data: z.array(post),
  paging: z
    .object({ cursors: z.object({ after: z.string() }).nullish(), next: z.unknown().optional() })
    .nullish(),
});

const cursorShape = z.object({
  /** Comments from before are known. */
  since: z.iso.datetime(),
  /** Of a round that is under way: where it goes on, its pages so far, the newest comment it saw. */
  after: z.string().optional(),
  pages: z.int().optional(),
  newest: z.iso.datetime().optional(),
});

/** Comments made while no webhook reached us: newest posts first, each comment in the shape of a delivery. */
export function createInstagramPoll(
  accessOf: ReturnType<typeof createAccess>,
): NonNullable<Connector['poll']> {
  return async (request, channel, outbound, now) => {
    const settings = instagramSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const [way] = accessOf(channel, outbound, now);
    if (!way) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const known = cursorShape.safeParse(request.cursor).data;
    if (!known && !request.since) return polled([], { since: now.toISOString() }, false);
    const cursor = known ?? { since: (request.since ?? now).toISOString() };
    const { accountId } = settings.data;
    const query = {
      fields: FIELDS,
      limit: String(MEDIA_PER_PAGE),
      ...(cursor.after !== undefined && { after: cursor.after }),
    };
    const answer = await way.call({ method: 'GET', path: `${accountId}/media`, edge: 'read', query });
    if (answer.outcome !== 'answered') return answer;
    const found = page.safeParse(answer.json).data;
    if (!found) return { outcome: 'retry', reason: 'network_unavailable', detail: 'no list of posts' };
    const since = new Date(cursor.since);
    const fresh = found.data.flatMap((one) => commentsOf(one, since));
    const newest = [cursor.newest ?? cursor.since, ...fresh.map(({ at }) => at.toISOString())].sort().at(-1);
    const after = found.paging?.next ? found.paging.cursors?.after : undefined;
    const pages = (cursor.pages ?? 0) + 1;
    const isPast = request.since ? (found.data.at(-1)?.timestamp ?? now) < since : pages >= CATCH_UP_PAGES;
    const events = fresh.map(({ at, value }) => toEvent(accountId, at, value));
    if (after === undefined || isPast) return polled(events, { since: newest ?? cursor.since }, false);
    return polled(events, { since: cursor.since, after, pages, newest }, true);
  };
}

function polled(events: PolledEvent[], cursor: z.input<typeof cursorShape>, hasMore: boolean) {
  return { outcome: 'polled', events, cursor, hasMore } as const;
}

interface Fresh {
  at: Date;
  value: Record<string, unknown>;
}

function commentsOf({ id, permalink, comments }: z.output<typeof post>, since: Date): Fresh[] {
  const media = { id, ...(permalink !== undefined && { permalink }) };
  const toFresh = (one: Comment, parentId?: string): Fresh => ({
    at: one.timestamp,
    value: { ...one, replies: undefined, media, ...(parentId && { parent_id: parentId }) },
  });
  const all = (comments?.data ?? []).flatMap((one) => [
    toFresh(one),
    ...(one.replies?.data ?? []).map((reply) => toFresh(reply, one.id)),
  ]);
  return all.filter(({ at }) => at > since);
}

function toEvent(accountId: string, at: Date, value: Record<string, unknown>): PolledEvent {
  const changes = [{ field: 'comments', value }];
  const body = { object: 'instagram', entry: [{ id: accountId, time: at.getTime(), changes }] };
  return { externalId: String(value.id), body: Buffer.from(JSON.stringify(body)) };
}
