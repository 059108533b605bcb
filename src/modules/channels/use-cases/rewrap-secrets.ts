import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { rewrapSecret, type SealedSecret } from '../store/secrets';

/**
 * Wraps every channel secret of the workspace with the current key-encryption key, so that older ones can be taken
 * out of service. Safe to run again. @returns how many were wrapped anew, and how many needed nothing
 */
export const rewrapSecrets = defineSystemUseCase({
  name: 'channels.rewrap-secrets',
  run: async ({ db, audit }, _: Record<string, never>): Promise<{ rewrapped: number; current: number }> => {
    const rows = await db.query<SealedSecret>(
      sql`SELECT id, name, sealed FROM channel_secrets WHERE workspace_id = ${db.workspaceId} ORDER BY id FOR UPDATE`,
    );
    let rewrapped = 0;
    for (const row of rows) {
      const sealed = rewrapSecret(db.workspaceId, row);
      if (!sealed) continue;
      await db.query(sql`
        UPDATE channel_secrets SET sealed = ${sealed} WHERE workspace_id = ${db.workspaceId} AND id = ${row.id}::uuid`);
      rewrapped += 1;
    }
    if (rewrapped > 0) {
      audit({ action: 'channels.rewrap-secrets', subjectType: 'workspace', data: { count: rewrapped } });
    }
    return { rewrapped, current: rows.length - rewrapped };
  },
});
