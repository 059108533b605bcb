import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { inboxOf } from './support/inbox';
import { aShop, type Shop } from './support/shop';
import { t, wordsOf } from './support/words';

let shop: Shop | undefined;
test.afterEach(() => shop?.close());

/** The widget by what people call its parts. */
function chatOf(page: Page, locale: 'de' | 'en' = 'de') {
  const say = wordsOf(locale);
  const panel = page.getByRole('dialog', { name: 'Nordlicht' });
  return {
    panel,
    launcher: page.getByRole('button', { name: say('widget.open') }),
    unread: (count: number) => page.getByRole('button', { name: say('widget.openUnread', { count }) }),
    name: panel.getByRole('textbox', { name: say('widget.name') }),
    email: panel.getByRole('textbox', { name: say('widget.email') }),
    consent: panel.getByRole('checkbox'),
    text: panel.getByRole('textbox', { name: say('widget.message') }),
    start: panel.getByRole('button', { name: say('widget.start') }),
    log: panel.getByRole('log'),
    banner: panel.getByRole('status'),
    say,
  };
}

test('a visitor and the team talk live across origins', async ({ page, openAs, expectAccessible }) => {
  shop = await aShop();
  const member = await openAs(shop.admin.email);
  await member.goto(shop.inbox());
  const inbox = inboxOf(member);
  await page.goto(shop.url);
  const chat = chatOf(page);
  // The script comes after the page has loaded.
  await expect(chat.launcher).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(chat.launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chat.name).toBeFocused();
  await expect(chat.log).toContainText('Moin! Worum geht es?');
  await expectAccessible(page, widgetRules);
  expect(await fontSizeOf(page)).toBe('15px');

  await chat.name.fill('Anna Weiß');
  await chat.text.fill('Gibt es das Zelt in Rot? <b>https://shop.example/zelt</b>');
  await chat.start.click();
  await expect(chat.panel.getByRole('alert')).toHaveText(chat.say('widget.consentNeeded'));
  await expect(chat.consent).toBeFocused();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press('Space');
  await chat.start.click();
  await expect(chat.log.getByRole('listitem')).toHaveText(/Gibt es das Zelt in Rot\? <b>/);
  const link = chat.log.getByRole('link', { name: 'https://shop.example/zelt' });
  await expect(link).toHaveAttribute('rel', /noopener/);

  await inbox.row('Anna Weiß').click();
  await expect(inbox.message('Gibt es das Zelt in Rot?')).toBeVisible();
  const reply = member.getByRole('textbox', {
    name: t('conversations.composer.field.private'),
    exact: true,
  });
  const answer = async (text: string) => {
    await reply.fill(text);
    await inbox.send.click();
  };
  await answer('Ja, ab Mai.');
  await expect(chat.log).toContainText('Ja, ab Mai.');
  await expect(chat.log).toContainText('Ada Sommer');
  await expect(chat.log.getByRole('listitem')).toHaveCount(2);
  expect(await page.context().cookies()).toEqual([]);
});

test('outside business hours it says so in the language of the page and takes the message', async ({
  page,
  openAs,
  expectAccessible,
}) => {
  shop = await aShop({ isOpen: false });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${shop.url}/?lang=en`);
  const chat = chatOf(page, 'en');
  await chat.launcher.click();
  await expect(chat.panel).toContainText(chat.say('widget.offline'));
  await expect(chat.log).toContainText(chat.say('widget.offlineText'));
  await chat.email.fill('anna@');
  await chat.text.fill('Do you ship to Norway?');
  await chat.consent.check();
  await chat.start.click();
  await expect(chat.panel.getByRole('alert')).toHaveText(chat.say('widget.emailWrong'));
  await chat.email.fill('anna@example.org');
  await expectAccessible(page, widgetRules);
  await chat.start.click();
  await expect(chat.log.getByRole('listitem')).toContainText('Do you ship to Norway?');
  const member = await openAs(shop.admin.email);
  await member.goto(shop.inbox());
  await expect(inboxOf(member).row('anna@example.org')).toBeVisible();
});

test('a page the channel does not know gets nothing', async ({ page, problems }) => {
  problems.expect(/CORS|ERR_FAILED|403/);
  shop = await aShop({ isAllowed: false });
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/session'));
  await page.goto(shop.url);
  await refused;
  await expect(page.locator('rapport-chat')).toHaveCount(0);
});

/** The page around it is nobody's business here, and wears magenta. */
const widgetRules = [
  'aria-allowed-attr',
  'aria-dialog-name',
  'aria-required-attr',
  'aria-valid-attr-value',
  'button-name',
  'color-contrast',
  'duplicate-id-aria',
  'label',
  'link-name',
  'list',
  'listitem',
  'region',
  'scrollable-region-focusable',
  'target-size',
];

function fontSizeOf(page: Page): Promise<string> {
  return page
    .getByRole('textbox', { name: t('widget.message') })
    .evaluate((field) => getComputedStyle(field).fontSize);
}
