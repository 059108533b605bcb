import { conflict } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { hashLinkToken, newLinkToken } from '@/platform/auth/random-token';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { inviteMemberInput } from '../contract';
import { invitationExpiry } from '../domain/invitation';
import { invitationChanged } from '../events';

/**
 * Invites an address with a role; an open invitation of the same address is replaced. Refuses `already_member`.
 * @returns the token, known only here and to the invited person: what is stored is its hash
 */
export const inviteMember = defineOperatorUseCase({
  name: 'member.invite',
  permission: 'members.manage',
  input: inviteMemberInput,
  run: async ({ db, actor, emit, audit, now }, { email, role }) => {
    const [member] = await db.query(sql`
      SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.workspace_id = ${db.workspaceId} AND m.removed_at IS NULL AND u.email = ${email}`);
    if (member) throw conflict('already_member', { fields: [{ path: 'email', reason: 'already_member' }] });
    const at = now();
    await db.query(sql`
      UPDATE invitations SET revoked_at = ${at}
      WHERE workspace_id = ${db.workspaceId} AND email = ${email} AND accepted_at IS NULL AND revoked_at IS NULL`);
    const invitation = {
      invitationId: newId(),
      email,
      role,
      token: newLinkToken(),
      expiresAt: invitationExpiry(at),
    };
    await db.query(sql`
      INSERT INTO invitations (workspace_id, id, email, role, token_hash, invited_by_id, expires_at)
      VALUES (${db.workspaceId}, ${invitation.invitationId}::uuid, ${email}, ${role}, ${hashLinkToken(invitation.token)},
        ${actor?.memberId ?? null}, ${invitation.expiresAt})`);
    emit(invitationChanged('created', invitation.invitationId));
    audit({
      action: 'member.invited',
      subjectType: 'invitation',
      subjectId: invitation.invitationId,
      data: { email, role },
    });
    return invitation;
  },
});
