import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { sessionCookie } from '@/platform/auth/session-cookie';
import { openSession } from '@/platform/auth/sessions';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

export { expect };

interface Problems {
  /** Says beforehand which complaint of the browser belongs to the test. */
  expect(...patterns: RegExp[]): void;
  watch(page: Page): void;
}

export type ExpectAccessible = (page: Page, rules?: string[]) => Promise<void>;

interface Fixtures {
  /** What the browsers of a test complain about in their consoles: none is allowed but those named. */
  problems: Problems;
  /** Signs somebody in by writing their session, not by clicking through the form. */
  signIn(email: string, context?: BrowserContext): Promise<void>;
  /** Another browser in which somebody is signed in. */
  openAs(email: string): Promise<Page>;
  /** Fails on every accessibility violation of the page as it stands; `rules` asks for those alone. */
  expectAccessible: ExpectAccessible;
}

/** Messages of the browser itself that say nothing about the page. */
const HARMLESS = [/favicon/, /net::ERR_ABORTED/];

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  baseURL: async ({}, provide) => provide(process.env.PUBLIC_URL),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  problems: async ({}, provide) => {
    const found: string[] = [];
    const expected = [...HARMLESS];
    const watch = (page: Page) => {
      page.on('console', (message) => {
        if (message.type() === 'error') found.push(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => found.push(String(error)));
    };
    await provide({ expect: (...patterns) => void expected.push(...patterns), watch });
    const left = found.filter((text) => !expected.some((pattern) => pattern.test(text)));
    expect(left, 'errors in the console').toEqual([]);
  },
  page: async ({ page, problems }, provide) => {
    problems.watch(page);
    await provide(page);
  },
  signIn: async ({ context }, provide) => {
    await provide(async (email, other = context) => {
      await other.addCookies([await cookieOf(email)]);
    });
  },
  openAs: async ({ browser, problems }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (email) => {
      const context = await browser.newContext();
      contexts.push(context);
      await context.addCookies([await cookieOf(email)]);
      const page = await context.newPage();
      problems.watch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  expectAccessible: async ({}, provide) => {
    await provide(async (page, rules) => {
      await settled(page);
      const axe = new AxeBuilder({ page });
      const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}, ${nodes[0]?.html}`);
      expect(found, `accessibility of ${page.url()}`).toEqual([]);
    });
  },
});

/** Colours are judged as they end: the frame is drawn and no transition is under way (what pulses for ever is let be). */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** A session and the cookie that names it, as signing in would leave them. */
export async function cookieOf(email: string) {
  const [user] = await systemDb('sign-in').query<{ id: string }>(
    sql`SELECT id FROM users WHERE email = ${email}`,
  );
  if (!user) throw new Error(`nobody is called ${email}`);
  const sessionId = await openSession(user.id, null);
  const { name, value } = await sessionCookie({ userId: user.id, sessionId });
  return { name, value, url: process.env.PUBLIC_URL ?? '', httpOnly: true };
}
