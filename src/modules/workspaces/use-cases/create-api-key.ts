import { newId } from '@/kernel/ids';
import { hashApiKey, newApiKey } from '@/platform/auth/api-key';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { createApiKeyInput } from '../contract';
import { apiKeyChanged } from '../events';

const HINT_LENGTH = 8;

/** A key for `api/v1` with the rights of the member who asks. @returns the key, shown once: what is stored is its hash */
export const createApiKey = defineUseCase({
  name: 'api_key.create',
  permission: 'api_keys.manage_own',
  input: createApiKeyInput,
  run: async ({ db, actor, emit, audit }, { name }) => {
    const apiKeyId = newId();
    const key = newApiKey();
    await db.query(sql`
      INSERT INTO api_keys (workspace_id, id, member_id, name, key_hash, hint)
      VALUES (${db.workspaceId}, ${apiKeyId}::uuid, ${actor.memberId}, ${name}, ${hashApiKey(key)}, ${key.slice(0, HINT_LENGTH)})`);
    emit(apiKeyChanged('created', apiKeyId));
    audit({ action: 'api_key.created', subjectType: 'api_key', subjectId: apiKeyId, data: { name } });
    return { apiKeyId, key };
  },
});
