import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { invitationInput } from '../contract';
import { invitationChanged } from '../events';

/** Undoes a revocation: the same link works again until its old expiry, unless the address was invited anew. */
export const restoreInvitation = defineUseCase({
  name: 'invitation.restore',
  permission: 'members.manage',
  input: invitationInput,
  run: async ({ db, emit, audit }, { invitationId }) => {
    const [row] = await db.query<{ email: string }>(sql`
      UPDATE invitations AS i SET revoked_at = NULL
      WHERE workspace_id = ${db.workspaceId} AND id = ${invitationId}::uuid AND accepted_at IS NULL AND revoked_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM invitations o WHERE o.workspace_id = i.workspace_id AND o.email = i.email
          AND o.accepted_at IS NULL AND o.revoked_at IS NULL)
      RETURNING email`);
    if (!row) throw notFound('invitation_not_found');
    emit(invitationChanged('restored', invitationId));
    audit({
      action: 'invitation.restored',
      subjectType: 'invitation',
      subjectId: invitationId,
      data: { email: row.email },
    });
  },
});
