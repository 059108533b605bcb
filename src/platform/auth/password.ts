import { hash, verify } from '@node-rs/argon2';

/** argon2id (the package's default kind) as OWASP advises: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

let decoy: Promise<string> | undefined;

/**
 * True where the password made the hash. Without a hash (an unknown address, a login without a password) it works
 * just as long and answers false, so that the time tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const isRight = await verify(stored ?? (await decoy), password.normalize('NFKC')).catch(() => false);
  return stored !== null && isRight;
}
