import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { apiKeyInput } from '../contract';
import { apiKeyChanged } from '../events';

/** One of the member's own keys stops working at once, for good. */
export const revokeApiKey = defineUseCase({
  name: 'api_key.revoke',
  permission: 'api_keys.manage_own',
  input: apiKeyInput,
  run: async ({ db, actor, emit, audit, now }, { apiKeyId }) => {
    const [row] = await db.query<{ name: string }>(sql`
      UPDATE api_keys SET revoked_at = ${now()}
      WHERE workspace_id = ${db.workspaceId} AND id = ${apiKeyId}::uuid AND member_id = ${actor.memberId} AND revoked_at IS NULL
      RETURNING name`);
    if (!row) throw notFound('api_key_not_found');
    emit(apiKeyChanged('revoked', apiKeyId));
    audit({
      action: 'api_key.revoked',
      subjectType: 'api_key',
      subjectId: apiKeyId,
      data: { name: row.name },
    });
  },
});
