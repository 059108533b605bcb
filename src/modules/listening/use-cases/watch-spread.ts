import { newId } from '@/kernel/ids';
import { noteSpreading } from '@/modules/conversations/use-cases/note-listening';
import type { Actor } from '@/platform/context/context';
import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type Counts, findSpreading, moves } from '../domain/find-spreading';
import { storyOf } from '../domain/story';
import type { Point, Signal, Spread } from '../domain/velocity';
import { spreadChanged } from '../events';
import { candidatesSql, othersSql, type PointRow, type PostRow, pointsSql } from '../sql/spread-posts';
import { findWeights } from '../store/spread-weights';

type Context = UseCaseContext<Actor | null>;

interface KnownAlert {
  id: string;
  storyKey: string;
  state: string;
  conversationIds: string[];
}

interface Story {
  key: string;
  spread: Spread;
  posts: PostRow[];
}

/**
 * Looks at the public posts that move and says once for each story that it spreads; a story that goes on has its
 * figures told anew, one that fell silent is over. A handful of statements, however many posts.
 */
export const watchSpread = defineSystemUseCase<Record<never, never>, void>({
  name: 'listening.watch_spread',
  run: async (context) => {
    const { db, now } = context;
    const at = now();
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`spread:${db.workspaceId}`}, 0))`);
    await endStories(context, at);
    const posts = await db.query<PostRow>(candidatesSql(db.workspaceId, at));
    if (posts.length === 0) return;
    const own = await findCounts(context, posts);
    const moving = posts.filter((post) => moves(post, own, at.getTime()));
    if (moving.length === 0) return;
    const others = await db.query<PostRow>(othersSql(db.workspaceId, moving, at));
    const counts = new Map([...(await findCounts(context, others)), ...own]);
    const weights = await findWeights(db);
    const spreading = findSpreading(moving, others, counts, weights, at.getTime());
    if (spreading.length > 0) await tell(context, spreading, at);
  },
});

async function findCounts({ db }: Context, posts: readonly PostRow[]): Promise<Counts> {
  const rows = await db.query<PointRow>(pointsSql(db.workspaceId, posts));
  const counted = new Set(
    rows.filter(({ isCounted }) => isCounted).map(({ messageId, signal }) => `${messageId} ${signal}`),
  );
  const counts = new Map<string, Partial<Record<Signal, Point[]>>>();
  for (const { messageId, signal, at, count, isCounted } of rows) {
    // The network sees answers that never reach us; our own messages speak only where it does not count.
    if (!isCounted && counted.has(`${messageId} ${signal}`)) continue;
    const post = counts.get(messageId) ?? {};
    counts.set(messageId, post);
    post[signal] = [...(post[signal] ?? []), { at: at.getTime(), count }];
  }
  return counts;
}

async function tell(
  context: Context,
  spreading: readonly { post: PostRow; spread: Spread }[],
  at: Date,
): Promise<void> {
  const { db } = context;
  const known = await db.query<KnownAlert>(sql`
    SELECT a.id, a.story_key AS "storyKey", a.state, ARRAY (SELECT DISTINCT p.conversation_id FROM spread_posts p
      WHERE p.workspace_id = a.workspace_id AND p.alert_id = a.id) AS "conversationIds"
    FROM spread_alerts a WHERE a.workspace_id = ${db.workspaceId} AND a.state <> 'over'`);
  const told = storiesOf(spreading, known).flatMap((story) => {
    const alert = known.find(({ storyKey }) => storyKey === story.key);
    return alert?.state === 'false_alarm' ? [] : [{ ...story, id: alert?.id ?? newId(), isNew: !alert }];
  });
  if (told.length === 0) return;
  const rows = told.map(({ id, key, spread }) => ({ id, key, ...spread, amount: Math.round(spread.amount) }));
  const posts = told.flatMap(({ id, posts: ofStory }) =>
    ofStory.map((post) => ({ alertId: id, messageId: post.id, conversationId: post.conversationId })),
  );
  await db.pipeline(
    sql`INSERT INTO spread_alerts (workspace_id, id, story_key, signal, amount, hours, times, against, started_at, seen_at)
      SELECT ${db.workspaceId}::uuid, r.id, r.key, r.signal, r.amount, r.hours, r.times, r.against, ${at}, ${at}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, key text, signal text, amount int, hours float8, times float8, against text)
      ON CONFLICT (workspace_id, id) DO UPDATE SET signal = excluded.signal, amount = excluded.amount,
        hours = excluded.hours, times = excluded.times, against = excluded.against, seen_at = excluded.seen_at`,
    sql`INSERT INTO spread_posts (workspace_id, alert_id, message_id, conversation_id)
      SELECT ${db.workspaceId}::uuid, r."alertId", r."messageId", r."conversationId"
      FROM jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) AS r("alertId" uuid, "messageId" uuid, "conversationId" uuid)
      ON CONFLICT DO NOTHING`,
  );
  await noteSpreading.run(context, {
    conversationIds: posts.map(({ conversationId }) => conversationId),
    since: at,
  });
  for (const { id, isNew } of told) if (isNew) context.emit(spreadChanged(id));
}

/** A post belongs to the story its conversation is known for, else to the one it is about. */
function storiesOf(
  spreading: readonly { post: PostRow; spread: Spread }[],
  known: readonly KnownAlert[],
): Story[] {
  const keyOfConversation = new Map(
    known.flatMap(({ storyKey, conversationIds }) => conversationIds.map((id) => [id, storyKey] as const)),
  );
  const stories = new Map<string, Story>();
  for (const { post, spread } of spreading) {
    const key = keyOfConversation.get(post.conversationId) ?? storyOf(post);
    keyOfConversation.set(post.conversationId, key);
    const story = stories.get(key);
    if (!story) stories.set(key, { key, spread, posts: [post] });
    else {
      story.posts.push(post);
      if (spread.times > story.spread.times) story.spread = spread;
    }
  }
  return [...stories.values()];
}

const SILENT_HOURS = 6;
const FORGOTTEN_DAYS = 7;

/** What did not go on for six hours is over; a false alarm is forgotten after a week, so that it may become a story. */
async function endStories(context: Context, at: Date): Promise<void> {
  const { db } = context;
  const silent = new Date(at.getTime() - SILENT_HOURS * 3_600_000);
  const forgotten = new Date(at.getTime() - FORGOTTEN_DAYS * 86_400_000);
  const ended = await db.query<{ id: string; conversationIds: string[] }>(sql`
    UPDATE spread_alerts a SET state = 'over' WHERE a.workspace_id = ${db.workspaceId}
      AND ((a.state = 'spreading' AND a.seen_at < ${silent}) OR (a.state = 'false_alarm' AND a.seen_at < ${forgotten}))
    RETURNING a.id, ARRAY (SELECT p.conversation_id FROM spread_posts p
      WHERE p.workspace_id = a.workspace_id AND p.alert_id = a.id) AS "conversationIds"`);
  await noteSpreading.run(context, {
    conversationIds: ended.flatMap(({ conversationIds }) => conversationIds),
    since: null,
  });
  for (const { id } of ended) context.emit(spreadChanged(id));
}
