import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { channelChanged } from '../events';

/**
 * A network has refused us for good: it is neither asked nor sent to until an admin reconnects the channel.
 * @returns false where that was known, or the channel rests anyway
 */
export const loseAccess = defineSystemUseCase({
  name: 'channels.lose-access',
  run: async (
    { db, emit, audit },
    { channelId, reason }: { channelId: string; reason: string },
  ): Promise<boolean> => {
    const rows = await db.query(sql`
      UPDATE channels SET state = 'needs_reconnect', state_reason = ${reason}
      WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND state = 'active' RETURNING id`);
    if (rows.length === 0) return false;
    audit({ action: 'channels.access-lost', subjectType: 'channel', subjectId: channelId, data: { reason } });
    emit(channelChanged(channelId));
    return true;
  },
});
