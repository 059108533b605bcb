import { randomUUID } from 'node:crypto';
import { demoWorkspaceDb } from '@/entry/demo-workspace';
import type { OpeningTimes } from '@/kernel/business-hours';
import { defaultBusinessHours } from '@/kernel/business-hours';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { overheardPosts } from '../demo/overheard';
import type { DemoPerson, DemoStream } from '../demo/shape';
import { demoIds } from './demo-ids';
import { loadConversations } from './load-conversations';
import { loadHead } from './load-head';
import { loadOverheard } from './load-overheard';
import { loadPeople } from './load-people';

export interface LoadedWorkspace {
  workspaceId: string;
  slug: string;
  messages: number;
}

export type LoadProgress = (done: number, total: number) => void;

const DAY_MS = 86_400_000;
/** People who say something that is overheard. */
const MOST_HEARD = 10;

/**
 * Loads one demo workspace, set by set, through the tenant's own door. A finished one is left alone; one that was
 * killed half-way is completed, because every id and time is the same at every run.
 */
export async function loadWorkspace(
  streamAt: (now: Date) => DemoStream,
  onProgress: LoadProgress,
): Promise<LoadedWorkspace> {
  const { slug } = streamAt(new Date()).head;
  const { db, isFinished, startedAt: now } = await demoWorkspaceDb(slug, randomUUID());
  const { head, counts, ...stream } = streamAt(now);
  const loaded = { workspaceId: db.workspaceId, slug: head.slug, messages: 0 };
  if (isFinished) return loaded;
  const idOf = demoIds(db.workspaceId, new Date(now.getTime() - 200 * DAY_MS));
  await loadHead(db, head, idOf, now);
  const total = counts.people + counts.conversations;
  let done = 0;
  const heard: DemoPerson[] = [];
  for (const batch of stream.people()) {
    if (heard.length < MOST_HEARD) heard.push(...batch.filter(isOnMastodon).slice(0, MOST_HEARD));
    await loadPeople(db, batch, idOf);
    done += batch.length;
    onProgress(done, total);
  }
  const times: OpeningTimes = { hours: defaultBusinessHours, holidays: [], timeZone: head.timeZone };
  const channels = new Map(head.channels.map((channel) => [channel.key, channel]));
  for (const batch of stream.conversations()) {
    loaded.messages += await loadConversations(db, batch, { idOf, channels, times });
    done += batch.length;
    onProgress(done, total);
  }
  const place = head.channels.find(({ network }) => network === 'mastodon');
  if (place) {
    await loadOverheard(db, overheardPosts(heard, place.key, now), { idOf, channels, times }, now);
  }
  await finish(db);
  return loaded;
}

function isOnMastodon({ identities, traits }: DemoPerson): boolean {
  return !traits.spammer && !traits.drawn && identities.some(({ network }) => network === 'mastodon');
}

/** The counts of the views as they now are, and the mark that there is nothing left to do. */
async function finish(db: TenantDb): Promise<void> {
  await db.pipeline(
    sql`DELETE FROM conversation_tallies WHERE workspace_id = ${db.workspaceId}`,
    sql`INSERT INTO conversation_tallies (workspace_id, id, status, channel_id, assignee_id, team_id, difference)
      SELECT ${db.workspaceId}, gen_random_uuid(), status, channel_id, assignee_id, team_id, count(*)::int
      FROM conversations WHERE workspace_id = ${db.workspaceId} GROUP BY status, channel_id, assignee_id, team_id`,
    sql`UPDATE channels c SET last_event_at = seen.inbound, last_sent_at = seen.outbound
      FROM (SELECT channel_id, max(sent_at) FILTER (WHERE direction = 'inbound') AS inbound,
          max(sent_at) FILTER (WHERE direction = 'outbound' AND kind <> 'note') AS outbound
        FROM messages WHERE workspace_id = ${db.workspaceId} GROUP BY channel_id) seen
      WHERE c.workspace_id = ${db.workspaceId} AND c.id = seen.channel_id`,
    sql`UPDATE workspaces SET settings = settings || '{"demo": "loaded"}' WHERE id = ${db.workspaceId}`,
  );
}
