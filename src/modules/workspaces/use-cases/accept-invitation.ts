import { AppError, conflict, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Locale, Role } from '@/kernel/vocabulary';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { mayAccept } from '../domain/invitation';
import { memberJoined } from '../events';
import { admitMember, insertPerson } from '../store';

export interface AcceptInvitation {
  invitationId: string;
  person: { userId: string; email: string; name: string };
  /** Given where the person has no login yet: it is made in the same transaction. */
  login?: { passwordHash: string; locale: Locale };
}

interface InvitationRow {
  email: string;
  role: Role;
  expiresAt: Date;
}

/**
 * Makes somebody a member with the role they were invited with; works once. Refuses `invitation_expired`,
 * `invitation_for_somebody_else`, `email_taken` (for a new login) and `already_member`.
 */
export const acceptInvitation = defineSystemUseCase({
  name: 'invitation.accept',
  run: async ({ db, now, emit, audit }, { invitationId, person, login }: AcceptInvitation) => {
    const [invitation] = await db.query<InvitationRow>(sql`
      SELECT email, role, expires_at AS "expiresAt" FROM invitations
      WHERE workspace_id = ${db.workspaceId} AND id = ${invitationId}::uuid AND accepted_at IS NULL AND revoked_at IS NULL
      FOR UPDATE`);
    if (!invitation) throw notFound('invitation_not_found');
    const decision = mayAccept(invitation, person.email, now());
    if (!decision.ok) throw new AppError('forbidden', decision.refusal);
    if (login) {
      const isNew = await insertPerson(db, {
        id: person.userId,
        email: invitation.email,
        name: person.name,
        ...login,
      });
      if (!isNew) throw conflict('email_taken');
    }
    const { role } = invitation;
    const memberId = await admitMember(db, { id: newId(), userId: person.userId, role, name: person.name });
    await db.query(sql`
      UPDATE invitations SET accepted_at = ${now()} WHERE workspace_id = ${db.workspaceId} AND id = ${invitationId}::uuid`);
    emit(memberJoined(memberId));
    audit({
      action: 'member.joined',
      subjectType: 'member',
      subjectId: memberId,
      data: { email: invitation.email, role, byMemberId: memberId },
    });
    return { memberId };
  },
});
