import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

export { expect };

const baseURL = () => process.env.PUBLIC_URL ?? '';

interface Fixtures {
  /** Signs a demo person in by writing their session, not by clicking through the form. */
  signIn(email: string, context?: BrowserContext): Promise<void>;
  /** Fails on every accessibility violation of the page as it stands. */
  expectAccessible(page: Page): Promise<void>;
}

/** Messages of the browser itself that say nothing about the page. */
const HARMLESS = [/favicon/, /net::ERR_ABORTED/];

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(baseURL()),
  page: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.some((pattern) => pattern.test(message.text()))) {
        problems.push(`${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    await use(page);
    expect(problems, 'errors in the console').toEqual([]);
  },
  signIn: async ({ context }, use) => {
    await use(async (email, other = context) => {
      await other.addCookies([await sessionCookie(email)]);
    });
  },
  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html}`);
      expect(found).toEqual([]);
    });
  },
});

/** A session row and the cookie that names it, as signing in would leave them. */
export async function sessionCookie(email: string) {
  const db = systemDb('sign-in');
  const [user] = await db.query<{ id: string; name: string }>(
    sql`SELECT id, name FROM users WHERE email = ${email}`,
  );
  if (!user) throw new Error(`nobody is called ${email}`);
  const sessionId = newId();
  await db.query(sql`
    INSERT INTO sessions (id, user_id, expires_at) VALUES (${sessionId}, ${user.id}, now() + interval '1 day')`);
  const token = { sub: user.id, name: user.name, email, sessionId };
  const value = await encode({ token, secret: process.env.AUTH_SECRET ?? '' });
  return { name: 'next-auth.session-token', value, url: baseURL(), httpOnly: true };
}
