import { conflict, notFound } from '@/kernel/errors';
import { keepReset, resetExpiry } from '@/platform/auth/password-reset';
import { newLinkToken } from '@/platform/auth/random-token';
import { defineOperatorUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { resetLinkInput } from '../contract';

interface Login {
  userId: string;
  email: string;
  name: string;
}

/**
 * A link by which a member sets a new password, for an hour. Refuses `login_used_elsewhere` to an admin where the login
 * belongs to other workspaces too: the link would open those. The operator may.
 * @returns the token, known only here: what is stored is its hash
 */
export const createResetLink = defineOperatorUseCase({
  name: 'member.create_reset_link',
  permission: 'members.manage',
  input: resetLinkInput,
  run: async (context, { memberId }) => {
    const { db, actor, audit, now } = context;
    const login = await findLogin(context, memberId);
    if (actor) await refuseSharedLogin(login.userId, db.workspaceId);
    const token = newLinkToken();
    const expiresAt = resetExpiry(now());
    await db.query(keepReset(login.userId, token, expiresAt));
    audit({ action: 'member.reset_link_created', subjectType: 'member', subjectId: memberId });
    return { email: login.email, name: login.name, token, expiresAt };
  },
});

async function findLogin({ db }: Pick<UseCaseContext<null>, 'db'>, memberId: string): Promise<Login> {
  const [login] = await db.query<Login>(sql`
    SELECT u.id AS "userId", u.email, m.display_name AS name FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${db.workspaceId} AND m.id = ${memberId}::uuid AND m.removed_at IS NULL`);
  if (!login) throw notFound('member_not_found');
  return login;
}

async function refuseSharedLogin(userId: string, workspaceId: string): Promise<void> {
  const rows = await systemDb('password-reset').query<{ workspaceId: string }>(
    sql`SELECT workspace_id AS "workspaceId" FROM system_memberships(${userId}::uuid)`,
  );
  if (rows.some((row) => row.workspaceId !== workspaceId)) throw conflict('login_used_elsewhere');
}
