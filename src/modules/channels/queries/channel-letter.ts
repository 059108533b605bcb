import type { Locale } from '@/kernel/vocabulary';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';

/** What a mail to an admin about a channel needs. */
export interface ChannelLetter {
  email: string;
  name: string;
  /** The member's own, else the workspace's. */
  locale: Locale;
  channelName: string;
  /** Where the channel is put right. */
  path: string;
}

/** Null where the admin or the channel is gone meanwhile. Plan: primary keys. */
export async function findChannelLetter(
  { db, workspace }: Pick<TenantContext, 'db' | 'workspace'>,
  { channelId, memberId }: { channelId: string; memberId: string },
): Promise<ChannelLetter | null> {
  const [row] = await db.query<{
    email: string;
    name: string;
    locale: Locale | null;
    channelName: string;
  }>(sql`
    SELECT u.email, m.display_name AS name, u.locale, c.name AS "channelName"
    FROM memberships m
    JOIN users u ON u.id = m.user_id
    JOIN channels c ON c.workspace_id = m.workspace_id AND c.id = ${channelId}::uuid AND c.removed_at IS NULL
    WHERE m.workspace_id = ${db.workspaceId} AND m.id = ${memberId}::uuid AND m.removed_at IS NULL`);
  if (!row) return null;
  return {
    ...row,
    locale: row.locale ?? workspace.locale,
    path: `/${workspace.slug}/settings/channels/${channelId}`,
  };
}
