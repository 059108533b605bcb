import type { z } from 'zod';
import { conflict, invalidInput, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { createTagInput, mergeTagInput, type TagView, tagRefInput, updateTagInput } from '../contract';
import { tagChanged } from '../events';

type Context = UseCaseContext<Actor>;

/** A new tag. Refuses a name that is taken, whatever its case (`tag_exists`). */
export const createTag = defineUseCase({
  name: 'tags.create',
  permission: 'tags.manage',
  input: createTagInput,
  run: async (context, { name, color }: z.output<typeof createTagInput>): Promise<TagView> => {
    const { db } = context;
    const id = newId();
    await refuseTaken(context, name, id);
    await db.query(
      sql`INSERT INTO tags (workspace_id, id, name, color) VALUES (${db.workspaceId}, ${id}, ${name}, ${color})`,
    );
    leaveTrail(context, 'tags.create', id, { name });
    return { id, name, color };
  },
});

export const updateTag = defineUseCase({
  name: 'tags.update',
  permission: 'tags.manage',
  input: updateTagInput,
  run: async (context, { tagId, ...change }: z.output<typeof updateTagInput>): Promise<TagView> => {
    const { db } = context;
    const tag = { ...(await lockTag(context, tagId)), ...change };
    await refuseTaken(context, tag.name, tagId);
    await db.query(sql`UPDATE tags SET name = ${tag.name}, color = ${tag.color}
      WHERE workspace_id = ${db.workspaceId} AND id = ${tagId}::uuid`);
    leaveTrail(context, 'tags.update', tagId, change);
    return tag;
  },
});

/** Removes a tag from everything and then itself. */
export const deleteTag = defineUseCase({
  name: 'tags.delete',
  permission: 'tags.manage',
  input: tagRefInput,
  run: async (context, { tagId }: z.output<typeof tagRefInput>): Promise<void> => {
    const { name } = await lockTag(context, tagId);
    await removeTag(context, tagId);
    leaveTrail(context, 'tags.delete', tagId, { name });
  },
});

/** Gives everything tagged with one tag the other and removes the first. */
export const mergeTag = defineUseCase({
  name: 'tags.merge',
  permission: 'tags.manage',
  input: mergeTagInput,
  run: async (context, { tagId, intoTagId }: z.output<typeof mergeTagInput>): Promise<TagView> => {
    const { db } = context;
    if (tagId === intoTagId) throw invalidInput([{ path: 'intoTagId', reason: 'invalid_value' }]);
    const { name } = await lockTag(context, tagId);
    const into = await lockTag(context, intoTagId);
    await db.pipeline(
      sql`INSERT INTO conversation_tags (workspace_id, conversation_id, tag_id)
        SELECT workspace_id, conversation_id, ${intoTagId}::uuid FROM conversation_tags
        WHERE workspace_id = ${db.workspaceId} AND tag_id = ${tagId}::uuid ON CONFLICT DO NOTHING`,
      sql`INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
        SELECT workspace_id, contact_id, ${intoTagId}::uuid FROM contact_tags
        WHERE workspace_id = ${db.workspaceId} AND tag_id = ${tagId}::uuid ON CONFLICT DO NOTHING`,
    );
    await removeTag(context, tagId);
    leaveTrail(context, 'tags.merge', tagId, { name, intoTagId });
    context.emit(tagChanged(intoTagId));
    return into;
  },
});

async function removeTag({ db }: Context, tagId: string): Promise<void> {
  await db.query(sql`DELETE FROM tags WHERE workspace_id = ${db.workspaceId} AND id = ${tagId}::uuid`);
}

async function lockTag({ db }: Context, tagId: string): Promise<TagView> {
  const [tag] = await db.query<TagView>(sql`SELECT id, name, color FROM tags
    WHERE workspace_id = ${db.workspaceId} AND id = ${tagId}::uuid FOR UPDATE`);
  if (!tag) throw notFound('tag_not_found');
  return tag;
}

/** One name at a time, so that two who make the same tag at once do not both pass. */
async function refuseTaken({ db }: Context, name: string, ownId: string): Promise<void> {
  await db.query(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`tag:${db.workspaceId}:${name.toLowerCase()}`}, 0))`,
  );
  const taken = await db.query(sql`SELECT 1 FROM tags
    WHERE workspace_id = ${db.workspaceId} AND lower(name) = lower(${name}) AND id <> ${ownId}::uuid`);
  if (taken.length > 0) throw conflict('tag_exists');
}

function leaveTrail(context: Context, action: string, tagId: string, data: Record<string, unknown>): void {
  context.emit(tagChanged(tagId));
  context.audit({ action, subjectType: 'tag', subjectId: tagId, data });
}
