import type { z } from 'zod';
import { conflict, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { createReplyInput, replyRefInput, type SavedReply, updateReplyInput } from '../contract/saved';
import { savedReplyChanged } from '../events';

type Context = UseCaseContext<Actor>;

/** A text to be reused. Refuses a shortcut that is taken (`shortcut_taken`). */
export const createReply = defineUseCase({
  name: 'saved_replies.create',
  permission: 'saved_replies.manage',
  input: createReplyInput,
  run: async (context, reply: z.output<typeof createReplyInput>): Promise<SavedReply> => {
    const id = newId();
    await write(context, { id, ...reply });
    leaveTrail(context, 'saved_replies.create', id);
    return { id, ...reply };
  },
});

export const updateReply = defineUseCase({
  name: 'saved_replies.update',
  permission: 'saved_replies.manage',
  input: updateReplyInput,
  run: async (
    context,
    { savedReplyId, ...change }: z.output<typeof updateReplyInput>,
  ): Promise<SavedReply> => {
    const { db } = context;
    const [before] =
      await db.query<SavedReply>(sql`SELECT id, shortcut, name, text, language FROM saved_replies
      WHERE workspace_id = ${db.workspaceId} AND id = ${savedReplyId}::uuid FOR UPDATE`);
    if (!before) throw notFound('saved_reply_not_found');
    const reply = { ...before, ...change };
    await write(context, reply);
    leaveTrail(context, 'saved_replies.update', savedReplyId);
    return reply;
  },
});

export const deleteReply = defineUseCase({
  name: 'saved_replies.delete',
  permission: 'saved_replies.manage',
  input: replyRefInput,
  run: async (context, { savedReplyId }: z.output<typeof replyRefInput>): Promise<void> => {
    const { db } = context;
    const gone = await db.query(sql`DELETE FROM saved_replies
      WHERE workspace_id = ${db.workspaceId} AND id = ${savedReplyId}::uuid RETURNING id`);
    if (gone.length === 0) throw notFound('saved_reply_not_found');
    leaveTrail(context, 'saved_replies.delete', savedReplyId);
  },
});

async function write({ db }: Context, { id, shortcut, name, text, language }: SavedReply): Promise<void> {
  const lock = `shortcut:${db.workspaceId}:${shortcut}`;
  await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const taken = await db.query(sql`SELECT 1 FROM saved_replies
    WHERE workspace_id = ${db.workspaceId} AND shortcut = ${shortcut} AND id <> ${id}::uuid`);
  if (taken.length > 0) throw conflict('shortcut_taken');
  await db.query(sql`INSERT INTO saved_replies (workspace_id, id, shortcut, name, text, language)
    VALUES (${db.workspaceId}, ${id}::uuid, ${shortcut}, ${name}, ${text}, ${language})
    ON CONFLICT (workspace_id, id) DO UPDATE SET shortcut = excluded.shortcut, name = excluded.name,
      text = excluded.text, language = excluded.language, updated_at = now()`);
}

function leaveTrail(context: Context, action: string, savedReplyId: string): void {
  context.emit(savedReplyChanged(savedReplyId));
  context.audit({ action, subjectType: 'saved_reply', subjectId: savedReplyId });
}
