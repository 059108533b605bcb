'use server';
import { runAction, runMemberAction } from '@/entry/action';
import { type DeliveredInvitation, inviteAndDeliver } from '@/entry/invitations';
import { createAndDeliverReset } from '@/entry/password-resets';
import type { Role } from '@/kernel/vocabulary';
import { changeMemberRole } from '@/modules/workspaces/use-cases/change-member-role';
import { removeMember } from '@/modules/workspaces/use-cases/remove-member';
import { restoreInvitation } from '@/modules/workspaces/use-cases/restore-invitation';
import { restoreMember } from '@/modules/workspaces/use-cases/restore-member';
import { revokeInvitation } from '@/modules/workspaces/use-cases/revoke-invitation';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

export async function inviteMemberAction(
  slug: string,
  previous: FormState<DeliveredInvitation>,
  form: FormData,
) {
  return formStateOf(
    previous,
    form,
    await runMemberAction(slug, (context) => inviteAndDeliver(context, fieldsOf(form))),
  );
}

/** The same address and role with a new link. */
export async function renewInvitationAction(slug: string, email: string, role: Role) {
  return runMemberAction(slug, (context) => inviteAndDeliver(context, { email, role }));
}

export async function revokeInvitationAction(slug: string, invitationId: string) {
  return runAction(revokeInvitation, slug, { invitationId });
}

export async function restoreInvitationAction(slug: string, invitationId: string) {
  return runAction(restoreInvitation, slug, { invitationId });
}

export async function changeMemberRoleAction(slug: string, memberId: string, role: Role) {
  return runAction(changeMemberRole, slug, { memberId, role });
}

/** The link is shown to the admin where no mail went out. */
export async function createResetLinkAction(slug: string, memberId: string) {
  return runMemberAction(slug, (context) => createAndDeliverReset(context, { memberId }));
}

export async function removeMemberAction(slug: string, memberId: string) {
  return runAction(removeMember, slug, { memberId });
}

export async function restoreMemberAction(slug: string, memberId: string) {
  return runAction(restoreMember, slug, { memberId });
}
