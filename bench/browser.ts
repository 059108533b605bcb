import type { Browser, Page } from '@playwright/test';
import { findChromium } from '../src/launch/chromium';
import { speakTo } from '../src/launch/voice';
import type { Subject } from './subject';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium signed in as the subject; throws where none can be had. */
export async function openBrowser(subject: Subject, url: string): Promise<{ browser: Browser; page: Page }> {
  const { chromium } = await import('@playwright/test');
  const executablePath = await findChromium(speakTo(process.stderr));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
  const { name, value } = subject.cookie;
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  return { browser, page: await context.newPage() };
}

/** The inbox, its rows drawn and its keys alive: it opens its stream once the page has come to life. */
export async function openInbox(page: Page, { slug }: Subject, url: string, view: string): Promise<void> {
  const alive = page.waitForRequest(/\/api\/stream/, { timeout: 30_000 });
  const answer = await page.goto(`${url}/${slug}/inbox?view=${view}`);
  if (answer?.status() !== 200) throw new Error(`the inbox answered ${answer?.status()}`);
  await page.locator('[data-conversation]').nth(5).waitFor({ timeout: 20_000 });
  await alive;
}
