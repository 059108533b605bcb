import { AppError } from '@/kernel/errors';
import { newId, type UserId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { type SystemDb, systemDb } from '@/platform/db/system-db';

/** What a provider vouches for. */
export interface ProvenPerson {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
}

/**
 * The login of somebody a provider vouches for: known by (issuer, subject), else by a verified e-mail address,
 * else new. Refuses (`oidc_email_unverified`) to link or create by an address the provider did not verify.
 */
export function accountOf(person: ProvenPerson): Promise<UserId> {
  return systemDb('sign-in').transaction(async (query) => {
    const [known] = await query<{ user_id: string }>(sql`
      SELECT user_id FROM user_accounts WHERE provider = ${person.issuer} AND subject = ${person.subject}`);
    if (known) return known.user_id as UserId;
    if (!person.email || !person.isEmailVerified) throw new AppError('forbidden', 'oidc_email_unverified');
    const userId = await loginByEmail(query, person.email.trim().toLowerCase(), person.name);
    await query(sql`
      INSERT INTO user_accounts (provider, subject, user_id) VALUES (${person.issuer}, ${person.subject}, ${userId}::uuid)
      ON CONFLICT DO NOTHING`);
    return userId;
  });
}

async function loginByEmail(query: SystemDb['query'], email: string, name: string | null): Promise<UserId> {
  const [existing] = await query<{ id: string; has_password: boolean; is_linked: boolean }>(sql`
    SELECT u.id, u.password_hash IS NOT NULL AS has_password,
      EXISTS (SELECT FROM user_accounts a WHERE a.user_id = u.id) AS is_linked
    FROM users u WHERE u.email = ${email} FOR UPDATE`);
  if (!existing) {
    const [created] = await query<{ id: string }>(sql`
      INSERT INTO users (id, email, name) VALUES (${newId()}::uuid, ${email}, ${name?.trim() || email}) RETURNING id`);
    return created?.id as UserId;
  }
  // Whoever set this password never proved the address; its owner stands here now. Otherwise an account opened in
  // advance in somebody's name would keep a second key to it.
  if (existing.has_password && !existing.is_linked) {
    await query(sql`UPDATE users SET password_hash = NULL WHERE id = ${existing.id}::uuid`);
    await query(
      sql`UPDATE sessions SET revoked_at = now() WHERE user_id = ${existing.id}::uuid AND revoked_at IS NULL`,
    );
  }
  return existing.id as UserId;
}
