import { createTranslator } from 'next-intl';
import { loadMessages } from '@/i18n/load-messages';
import { AppError, notFound } from '@/kernel/errors';
import { newId, type UserId, type WorkspaceId } from '@/kernel/ids';
import type { Locale, Role } from '@/kernel/vocabulary';
import { acceptInvitation } from '@/modules/workspaces/use-cases/accept-invitation';
import { inviteMember } from '@/modules/workspaces/use-cases/invite-member';
import { hashPassword } from '@/platform/auth/password';
import { hashLinkToken } from '@/platform/auth/random-token';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/send-mail';
import { execute } from './execute';
import { requireGoodPassword } from './sign-up';
import { systemContext } from './system-context';

/** What an invited person sees before they accept. */
export interface OpenInvitation {
  workspaceName: string;
  slug: string;
  email: string;
  role: Role;
  invitedBy: string | null;
  /** The invited address has a login already: signing in is all it takes. */
  hasLogin: boolean;
}

interface FoundInvitation extends OpenInvitation {
  workspaceId: WorkspaceId;
  invitationId: string;
}

/** Null for a link that was never made, was used, revoked, or is older than its seven days. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const [row] = await systemDb('invitation').query<FoundInvitation>(sql`
    SELECT i.workspace_id AS "workspaceId", i.invitation_id AS "invitationId", i.slug, i.workspace_name AS "workspaceName",
      i.email, i.role, i.invited_by AS "invitedBy", EXISTS (SELECT FROM users u WHERE u.email = i.email) AS "hasLogin"
    FROM system_invitation(${hashLinkToken(token)}::bytea) i WHERE i.expires_at > now()`);
  return row ?? null;
}

/** Joins somebody who has a login. Refuses another address than the invited one. */
export async function joinWithLogin(
  token: string,
  person: { userId: UserId; email: string; name: string },
): Promise<{ slug: string }> {
  const invitation = await requireInvitation(token);
  const context = await systemContext(invitation.workspaceId);
  await runUnitOfWork(context, (work) =>
    acceptInvitation.run(work, { invitationId: invitation.invitationId, person }),
  );
  return { slug: invitation.slug };
}

/** Joins somebody new: the link proves the address, the person chooses name and password. */
export async function joinWithNewLogin(
  token: string,
  { name, password, locale }: { name: string; password: string; locale: Locale },
): Promise<{ slug: string; userId: UserId }> {
  const invitation = await requireInvitation(token);
  const { email, invitationId, workspaceId, workspaceName, slug } = invitation;
  if (invitation.hasLogin) throw new AppError('conflict', 'email_taken');
  await requireGoodPassword(password, [email, name, workspaceName]);
  const person = { userId: newId() as UserId, email, name };
  const login = { passwordHash: await hashPassword(password), locale };
  const context = await systemContext(workspaceId);
  await runUnitOfWork(context, (work) => acceptInvitation.run(work, { invitationId, person, login }));
  return { slug, userId: person.userId };
}

export interface DeliveredInvitation {
  email: string;
  /** What the invited person opens; for the admin to pass on where no mail went out. */
  link: string;
  isMailed: boolean;
}

/** Invites and sends the mail; without a mail server, or when it refuses, the link is all there is. */
export async function inviteAndDeliver(context: MemberContext, raw: unknown): Promise<DeliveredInvitation> {
  const { email, token } = await execute(inviteMember, context, raw);
  const link = `${env().PUBLIC_URL}/invitation/${token}`;
  const { workspace, actor } = context;
  const messages = await loadMessages(workspace.locale);
  const t = createTranslator({ locale: workspace.locale, messages, namespace: 'auth' });
  const names = { inviter: actor.name, workspace: workspace.name };
  const isMailed = await sendMail({
    to: email,
    subject: t('invitationMail.subject', names),
    text: t('invitationMail.text', { ...names, link }),
  });
  return { email, link, isMailed };
}

async function requireInvitation(token: string): Promise<FoundInvitation> {
  const invitation = await findInvitation(token);
  if (!invitation) throw notFound('invitation_not_found');
  return invitation;
}
