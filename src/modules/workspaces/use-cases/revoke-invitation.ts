import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { invitationInput } from '../contract';
import { invitationChanged } from '../events';

/** Its link stops working at once. */
export const revokeInvitation = defineUseCase({
  name: 'invitation.revoke',
  permission: 'members.manage',
  input: invitationInput,
  run: async ({ db, emit, audit, now }, { invitationId }) => {
    const [row] = await db.query<{ email: string }>(sql`
      UPDATE invitations SET revoked_at = ${now()}
      WHERE workspace_id = ${db.workspaceId} AND id = ${invitationId}::uuid AND accepted_at IS NULL AND revoked_at IS NULL
      RETURNING email`);
    if (!row) throw notFound('invitation_not_found');
    emit(invitationChanged('revoked', invitationId));
    audit({
      action: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: invitationId,
      data: { email: row.email },
    });
  },
});
