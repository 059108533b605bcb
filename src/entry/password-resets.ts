import { createHash } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { loadMessages } from '@/i18n/load-messages';
import { AppError, notFound } from '@/kernel/errors';
import type { WorkspaceId } from '@/kernel/ids';
import type { Locale } from '@/kernel/vocabulary';
import { createResetLink } from '@/modules/workspaces/use-cases/create-reset-link';
import { recordPasswordReset } from '@/modules/workspaces/use-cases/record-password-reset';
import { hashPassword } from '@/platform/auth/password';
import { keepReset, resetExpiry, takeReset } from '@/platform/auth/password-reset';
import { hashLinkToken, newLinkToken } from '@/platform/auth/random-token';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { env } from '@/platform/env';
import { log } from '@/platform/log/log';
import { sendMail } from '@/platform/mail/send-mail';
import { countHit } from '@/platform/rate-limit/count-hit';
import { execute } from './execute';
import { requireGoodPassword } from './sign-up';
import { systemContext } from './system-context';

const PER_EMAIL = { limit: 3, seconds: 60 * 60 };
const PER_ADDRESS = { limit: 20, seconds: 60 * 60 };

const db = () => systemDb('password-reset');

/** False where this installation sends no mail: then an admin or the operator makes the link. */
export function canMailResets(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Takes a request for a link. Answers the same, and as fast, for an address nobody has: what is done about it is done
 * afterwards. Refuses `rate_limited` after three for an e-mail address or twenty from a network address in an hour.
 * @returns what is done afterwards
 */
export async function requestReset(
  email: string,
  { address, locale }: { address: string; locale: Locale },
): Promise<{ afterwards: Promise<void> }> {
  const [byEmail, byAddress] = await Promise.all([
    countHit(`reset:${digest(email)}`, PER_EMAIL.seconds),
    countHit(`reset-from:${digest(address)}`, PER_ADDRESS.seconds),
  ]);
  if (byEmail.hits > PER_EMAIL.limit) throw tooMany(byEmail.resetsIn);
  if (byAddress.hits > PER_ADDRESS.limit) throw tooMany(byAddress.resetsIn);
  const mailing = mailReset(email, locale);
  return { afterwards: mailing.catch((error) => log.error({ err: error }, 'a reset was not mailed')) };
}

async function mailReset(email: string, locale: Locale): Promise<void> {
  const [person] = await db().query<{ id: string; name: string; locale: Locale | null }>(
    sql`SELECT id, name, locale FROM users WHERE email = ${email}`,
  );
  if (!person) return;
  const token = newLinkToken();
  await db().query(keepReset(person.id, token, resetExpiry(new Date())));
  await deliver({ email, name: person.name, token }, person.locale ?? locale);
}

export interface DeliveredReset {
  email: string;
  name: string;
  /** For the admin to pass on where no mail went out. */
  link: string;
  isMailed: boolean;
}

/** A link for a member, mailed; without a mail server, or when it refuses, the link is all there is. */
export async function createAndDeliverReset(context: MemberContext, raw: unknown): Promise<DeliveredReset> {
  return deliver(await execute(createResetLink, context, raw), context.workspace.locale);
}

async function deliver(
  { email, name, token }: { email: string; name: string; token: string },
  locale: Locale,
): Promise<DeliveredReset> {
  const link = `${env().PUBLIC_URL}/reset/${token}`;
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'auth' });
  const text = t('resetMail.text', { name, email, link });
  const isMailed = await sendMail({ to: email, subject: t('resetMail.subject'), text });
  return { email, name, link, isMailed };
}

/** Whose password a link sets; null for one that was never made, was used or replaced, or is older than an hour. */
export async function findReset(token: string): Promise<{ email: string; name: string } | null> {
  const [row] = await db().query<{ email: string; name: string }>(sql`
    SELECT u.email, u.name FROM password_resets r JOIN users u ON u.id = r.user_id
    WHERE r.token_hash = ${hashLinkToken(token)} AND r.expires_at > now()`);
  return row ?? null;
}

/**
 * Sets a new password and ends every session of the login; the link is used up. Refuses `reset_link_gone`, and passwords
 * the rules refuse, which leave the link as it is.
 */
export async function resetPassword({ token, password }: { token: string; password: string }): Promise<void> {
  const person = await findReset(token);
  if (!person) throw notFound('reset_link_gone');
  await requireGoodPassword(password, [person.email, person.name]);
  const passwordHash = await hashPassword(password);
  const userId = await db().transaction(async (query) => {
    const [taken] = await query<{ userId: string }>(takeReset(token, new Date()));
    if (!taken) throw notFound('reset_link_gone');
    await query(sql`UPDATE users SET password_hash = ${passwordHash}, failed_sign_ins = 0, locked_until = NULL
      WHERE id = ${taken.userId}::uuid`);
    await query(
      sql`UPDATE sessions SET revoked_at = now() WHERE user_id = ${taken.userId}::uuid AND revoked_at IS NULL`,
    );
    return taken.userId;
  });
  await tellWorkspaces(userId);
}

async function tellWorkspaces(userId: string): Promise<void> {
  const rows = await db().query<{ workspaceId: string }>(
    sql`SELECT workspace_id AS "workspaceId" FROM system_memberships(${userId}::uuid)`,
  );
  for (const { workspaceId } of rows) {
    // The link proved the login, the login's own memberships prove the workspaces (tenancy lock 1).
    const context = await systemContext(workspaceId as WorkspaceId);
    await runUnitOfWork(context, (work) => recordPasswordReset.run(work, { userId }));
  }
}

function tooMany(seconds: number): AppError {
  return new AppError('rate_limited', 'rate_limited', { retryAfter: seconds });
}

/** Counters are kept in clear text; what people type is not. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
