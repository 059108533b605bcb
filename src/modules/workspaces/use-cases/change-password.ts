import { AppError, invalidInput } from '@/kernel/errors';
import { clearFailures, reserveAttempt } from '@/platform/auth/lockout';
import { hashPassword, verifyPassword } from '@/platform/auth/password';
import { checkPassword } from '@/platform/auth/password-rules';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { changePasswordInput } from '../contract';
import { memberUpdated } from '../events';
import { loadPerson } from '../store';

/**
 * Sets a new password and ends every other session of the login. Refuses a wrong current one
 * (`wrong_current_password`; tries count like those at sign-in) and a new one that the rules refuse.
 */
export const changePassword = defineUseCase({
  name: 'profile.change_password',
  permission: 'profile.edit',
  input: changePasswordInput,
  run: async ({ db, actor, workspace, emit, audit }, { currentPassword, newPassword, keepSessionId }) => {
    await requireAttempt(actor.userId);
    const person = await loadPerson(db, actor.userId);
    if (person.passwordHash && !(await verifyPassword(person.passwordHash, currentPassword))) {
      throw invalidInput([{ path: 'currentPassword', reason: 'wrong_current_password' }]);
    }
    await systemDb('sign-in').query(clearFailures(actor.userId));
    const decision = await checkPassword(newPassword, [person.email, person.name, workspace.name]);
    if (!decision.ok) throw invalidInput([{ path: 'newPassword', reason: decision.refusal }]);
    const hash = await hashPassword(newPassword);
    await db.query(sql`UPDATE users SET password_hash = ${hash} WHERE id = ${actor.userId}`);
    await db.query(sql`
      UPDATE sessions SET revoked_at = now()
      WHERE user_id = ${actor.userId} AND revoked_at IS NULL AND id IS DISTINCT FROM ${keepSessionId}::uuid`);
    emit(memberUpdated(actor.memberId));
    audit({ action: 'member.password_changed', subjectType: 'member', subjectId: actor.memberId });
  },
});

/** Outside the transaction: a refusal rolls that back, and a failure must stay counted. */
async function requireAttempt(userId: string): Promise<void> {
  const [reserved] = await systemDb('sign-in').query(reserveAttempt(userId));
  if (!reserved)
    throw new AppError('rate_limited', 'too_many_sign_ins', { params: { minutes: 1 }, retryAfter: 60 });
}
