import { prepareQueries } from '@/modules/listening/domain/match-terms';
import { storyOf } from '@/modules/listening/domain/story';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { demoSearches, demoSilenceWords, type OverheardPost } from '../demo/overheard';
import type { RowPlace } from './conversation-row';
import { loadConversations } from './load-conversations';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What the demo's brand overhears: searches, what they found, a rule with what it silenced, and a story that spreads. */
export async function loadOverheard(
  db: TenantDb,
  posts: readonly OverheardPost[],
  place: RowPlace,
  now: Date,
): Promise<void> {
  await loadConversations(
    db,
    posts.map(({ conversation }) => conversation),
    place,
  );
  await loadSearches(db, posts, place);
  await loadRule(db, posts, place);
  await loadStory(db, posts, place, now);
}

async function loadSearches(db: TenantDb, posts: readonly OverheardPost[], place: RowPlace): Promise<void> {
  const { idOf } = place;
  const searches = demoSearches.map((one) => ({ ...one, id: idOf('listening-query', one.key) }));
  const matchesOf = prepareQueries(
    searches.map((one) => ({ ...one, allOf: [], networks: [], languages: [] })),
  );
  const found = posts.flatMap(({ conversation, message }) =>
    matchesOf({ text: message.text, language: message.language, network: 'mastodon' }).map((match) => ({
      ...match,
      ...idsOf({ conversation, message }, place),
      sentAt: message.sentAt,
    })),
  );
  await db.pipeline(
    ...searches.map(
      ({
        id,
        name,
        anyOf,
        noneOf,
      }) => sql`INSERT INTO listening_queries (workspace_id, id, name, any_of, none_of)
        VALUES (${db.workspaceId}, ${id}::uuid, ${name}, ${anyOf}, ${noneOf}) ON CONFLICT DO NOTHING`,
    ),
    sql`INSERT INTO listening_terms (workspace_id, network, term)
      SELECT ${db.workspaceId}::uuid, '', t FROM unnest(${searches.flatMap(({ anyOf }) => anyOf)}::text[]) AS t
      ON CONFLICT DO NOTHING`,
    sql`INSERT INTO listening_matches (workspace_id, query_id, message_id, term, matched_at)
      SELECT ${db.workspaceId}::uuid, r."queryId", r."messageId", r.term, r."sentAt"
      FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        AS r("queryId" uuid, "messageId" uuid, term text, "sentAt" timestamptz) ON CONFLICT DO NOTHING`,
    sql`UPDATE conversations c SET matched_terms = f.terms
      FROM (SELECT r."conversationId", array_agg(DISTINCT r.term) AS terms
        FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS r("conversationId" uuid, term text) GROUP BY 1) f
      WHERE c.workspace_id = ${db.workspaceId} AND c.id = f."conversationId"`,
    // Nobody waits for us in what we overhear.
    sql`UPDATE conversations SET waiting_since = NULL, due_at = NULL, attention_at = NULL
      WHERE workspace_id = ${db.workspaceId} AND status IN ('overheard', 'silenced')`,
  );
}

async function loadRule(db: TenantDb, posts: readonly OverheardPost[], place: RowPlace): Promise<void> {
  const ruleId = place.idOf('silence-rule', 'giveaways');
  const silenced = posts.filter(({ conversation }) => conversation.status === 'silenced');
  await db.pipeline(
    sql`INSERT INTO silence_rules (workspace_id, id, words)
      VALUES (${db.workspaceId}, ${ruleId}::uuid, ${demoSilenceWords}) ON CONFLICT DO NOTHING`,
    sql`INSERT INTO silencings (workspace_id, conversation_id, rule_id, silenced_at)
      SELECT ${db.workspaceId}::uuid, t.id, ${ruleId}::uuid, t.at FROM unnest(
        ${silenced.map((post) => idsOf(post, place).conversationId)}::uuid[],
        ${silenced.map(({ message }) => message.sentAt)}::timestamptz[]) AS t(id, at) ON CONFLICT DO NOTHING`,
  );
}

async function loadStory(
  db: TenantDb,
  posts: readonly OverheardPost[],
  place: RowPlace,
  now: Date,
): Promise<void> {
  const spreading = posts.filter(({ sharesPerHour }) => sharesPerHour > 0);
  const [first] = spreading;
  if (!first) return;
  const alertId = place.idOf('spread-alert', 'story');
  const { conversationId } = idsOf(first, place);
  const counted = spreading.flatMap(({ conversation, message, sharesPerHour }) => {
    const hours = Math.floor((now.getTime() - message.sentAt.getTime()) / HOUR_MS);
    return Array.from({ length: hours }, (_, hour) => ({
      messageId: idsOf({ conversation, message }, place).messageId,
      at: new Date(message.sentAt.getTime() + (hour + 1) * HOUR_MS),
      shares: Math.round((hour + 1) * sharesPerHour),
    }));
  });
  const ids = spreading.map((post) => idsOf(post, place));
  const story = storyOf({ text: first.message.text, quotedText: null, conversationId });
  await db.pipeline(
    sql`INSERT INTO message_reach (workspace_id, message_id, measured_at, shares)
      SELECT ${db.workspaceId}::uuid, r."messageId", r.at, r.shares
      FROM jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) AS r("messageId" uuid, at timestamptz, shares int)
      ON CONFLICT DO NOTHING`,
    // Seen in the future: a demo is looked at days later, when a true story would long be over.
    sql`INSERT INTO spread_alerts (workspace_id, id, story_key, signal, amount, hours, times, against, started_at, seen_at)
      VALUES (${db.workspaceId}, ${alertId}::uuid, ${story}, 'shares', ${2 * first.sharesPerHour}, 2, 9, 'author',
        ${new Date(now.getTime() - HOUR_MS)}, ${new Date(now.getTime() + 30 * DAY_MS)}) ON CONFLICT DO NOTHING`,
    sql`INSERT INTO spread_posts (workspace_id, alert_id, message_id, conversation_id)
      SELECT ${db.workspaceId}::uuid, ${alertId}::uuid, t.* FROM unnest(
        ${ids.map(({ messageId }) => messageId)}::uuid[], ${ids.map((one) => one.conversationId)}::uuid[]) AS t
      ON CONFLICT DO NOTHING`,
    sql`UPDATE conversations SET spreading_since = ${new Date(now.getTime() - HOUR_MS)}
      WHERE workspace_id = ${db.workspaceId} AND id = ANY (${ids.map((one) => one.conversationId)}::uuid[])`,
  );
}

function idsOf(
  { conversation, message }: Pick<OverheardPost, 'conversation' | 'message'>,
  { idOf }: RowPlace,
) {
  return {
    conversationId: idOf('conversation', conversation.key, conversation.startedAt),
    messageId: idOf('message', `${conversation.channelKey}/${message.externalId}`, message.sentAt),
  };
}
