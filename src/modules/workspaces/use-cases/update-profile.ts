import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { updateProfileInput } from '../contract';
import { memberUpdated } from '../events';

/** The member's own name (here and for workspaces joined later), language and appearance; what is left out stays. */
export const updateProfile = defineUseCase({
  name: 'profile.update',
  permission: 'profile.edit',
  input: updateProfileInput,
  run: async ({ db, actor, emit, audit }, { name, locale, theme }) => {
    await db.query(sql`
      UPDATE users SET
        name = coalesce(${name ?? null}, name),
        locale = CASE WHEN ${locale !== undefined}::boolean THEN ${locale ?? null} ELSE locale END,
        theme = coalesce(${theme ?? null}, theme)
      WHERE id = ${actor.userId}`);
    if (name === undefined || name === actor.name) return;
    await db.query(sql`
      UPDATE memberships SET display_name = ${name} WHERE workspace_id = ${db.workspaceId} AND id = ${actor.memberId}`);
    emit(memberUpdated(actor.memberId));
    audit({
      action: 'member.renamed',
      subjectType: 'member',
      subjectId: actor.memberId,
      data: { from: actor.name, to: name },
    });
  },
});
