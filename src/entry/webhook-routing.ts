import type { ChannelAccess } from '@/connectors/contract';
import type { WorkspaceId } from '@/kernel/ids';
import { openSecrets } from '@/modules/channels/secrets';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

export interface RoutedChannel {
  workspaceId: WorkspaceId;
  connector: string;
  access: ChannelAccess;
}

interface RoutingRow {
  workspace_id: string;
  connector: string;
  settings: Record<string, unknown>;
  secrets: { id: string; name: string; sealed: string }[];
}

/** Milliseconds a channel is remembered; a rotation keeps two secrets alive, so it need not be at once. */
const REMEMBERED_MS = 2000;
const MOST_REMEMBERED = 2000;
const remembered = new Map<string, { until: number; channel: Promise<RoutedChannel | null> }>();

/** The channel behind a webhook's address, its secrets opened; null where there is none. */
export function findChannel(channelId: string): Promise<RoutedChannel | null> {
  const now = Date.now();
  const known = remembered.get(channelId);
  if (known && known.until > now) return known.channel;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const channel = loadChannel(channelId);
  remembered.set(channelId, { until: now + REMEMBERED_MS, channel });
  channel.catch(() => remembered.delete(channelId));
  return channel;
}

async function loadChannel(channelId: string): Promise<RoutedChannel | null> {
  const [row] = await systemDb('webhook-routing').query<RoutingRow>(
    sql`SELECT workspace_id, connector, settings, secrets FROM system_channel(${channelId}::uuid)`,
  );
  if (!row) return null;
  const sealed = row.secrets.map(({ id, name, sealed: text }) => ({
    id,
    name,
    sealed: Buffer.from(text, 'base64'),
  }));
  return {
    workspaceId: row.workspace_id as WorkspaceId,
    connector: row.connector,
    access: { id: channelId, settings: row.settings, secrets: openSecrets(row.workspace_id, sealed) },
  };
}
