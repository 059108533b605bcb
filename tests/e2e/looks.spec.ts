import type { Page } from '@playwright/test';
import type { WorkspaceId } from '@/kernel/ids';
import { type Locale, locales } from '@/kernel/vocabulary';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { tenantDb } from '@/platform/db/tenant-db';
import { type ExpectAccessible, expect, test } from './support/fixtures';
import { fill, workspacePages } from './support/page-tree';
import { messagesOf } from './support/words';

const workspace = 'nordlicht';
const admin = 'sabine@nordlicht.example';
const widths = [1440, 360] as const;
const strangerPages = [
  '/',
  '/sign-in',
  '/sign-up',
  '/invitation/abgelaufen',
  '/forgot-password',
  '/reset/abgelaufen',
];
/** Beside the pages of the tree: those that look different with something chosen. */
const variants = ['/settings/channels/new?connector=api', '/settings/channels/new?connector=facebook'];
/** The workspace's own address leads on to the inbox. */
const pages = workspacePages().filter((path) => path !== '');
const memberPages = ['/welcome', ...[...pages, ...variants].map((path) => `/${workspace}${path}`)];

/** `settings.title` where its words should be. */
const missingMessage = new RegExp(`(?<![\\w/@.-])(?:${Object.keys(messagesOf('de')).join('|')})\\.[a-z]\\w+`);

async function ids(): Promise<{ channelId: string; conversationId: string }> {
  const [known] = await systemDb('administration').query<{ workspace_id: string }>(
    sql`SELECT workspace_id FROM system_workspaces() WHERE slug = ${workspace}`,
  );
  const workspaceId = known?.workspace_id as WorkspaceId;
  const [row] = await tenantDb(workspaceId).query<{ channel_id: string; id: string }>(sql`
    SELECT channel_id, id FROM conversations
    WHERE workspace_id = ${workspaceId} AND status = 'open' ORDER BY id LIMIT 1`);
  return { channelId: row?.channel_id ?? '', conversationId: row?.id ?? '' };
}

/** Both widths and both appearances of one page, without loading it again. */
async function expectGoodLooks(page: Page, locale: Locale, expectAccessible: ExpectAccessible) {
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page);
    // Dark differs in nothing but its colours.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, ['color-contrast']);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `sideways scrolling at ${width}`).toBeLessThanOrEqual(0);
    await expect(page.locator('body')).not.toContainText(missingMessage);
  }
}

for (const locale of locales) {
  test.describe(locale, () => {
    test.beforeEach(async ({ context, baseURL }) => {
      await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
    });

    for (const path of strangerPages) {
      test(`${path} looks right`, async ({ page, expectAccessible }) => {
        await page.goto(path);
        await expectGoodLooks(page, locale, expectAccessible);
      });
    }

    for (const path of memberPages) {
      test(`${path} looks right`, async ({ page, signIn, expectAccessible }) => {
        await signIn(admin);
        await page.goto(fill(path, await ids()));
        await expectGoodLooks(page, locale, expectAccessible);
      });
    }

    test('an open conversation looks right', async ({ page, signIn, expectAccessible }) => {
      await signIn(admin);
      const { conversationId } = await ids();
      await page.goto(`/${workspace}/inbox?conversation=${conversationId}`);
      await expect(page.getByRole('article').first()).toBeVisible();
      await expectGoodLooks(page, locale, expectAccessible);
    });
  });
}
