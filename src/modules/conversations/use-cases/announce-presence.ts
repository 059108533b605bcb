import type { z } from 'zod';
import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { announcePresence as announce } from '@/platform/realtime/presence';
import { presenceInput } from '../contract/changes';

/** Tells colleagues who looks at or answers a conversation; nothing is stored. */
export const announcePresence = defineUseCase({
  name: 'conversations.announce_presence',
  permission: 'conversations.read',
  input: presenceInput,
  run: async ({ db, actor }, { conversationId, state }: z.output<typeof presenceInput>): Promise<void> => {
    const known = await db.query(sql`SELECT 1 FROM conversations
      WHERE workspace_id = ${db.workspaceId} AND id = ${conversationId}::uuid`);
    if (known.length === 0) throw notFound('conversation_not_found');
    await announce({ workspaceId: db.workspaceId, memberId: actor.memberId, conversationId, state });
  },
});
