import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import startApp from './start-app';

/** Takes the README's pictures from the demo workspace into docs/images: `node --import tsx tests/e2e/support/take-pictures.ts [name…]` after a build. */
const folder = 'docs/images';
const workspace = 'nordlicht';

interface Picture {
  name: string;
  path: string;
  as: string;
  colorScheme?: 'light' | 'dark';
  size?: { width: number; height: number };
  prepare?: (page: Page) => Promise<void>;
}

const mira = 'mira@nordlicht.example';
const sabine = 'sabine@nordlicht.example';
const phone = { width: 360, height: 740 };

/** The conversation the demo is written around. */
const openOne = async (page: Page) => {
  await page.getByRole('listbox').getByRole('option', { name: 'Zeltgestänge' }).click();
  await page.getByRole('article').first().waitFor();
  await page.mouse.move(0, 0);
};

const pictures: Picture[] = [
  { name: 'inbox-light', path: '/inbox?view=mine', as: mira, prepare: openOne },
  { name: 'inbox-dark', path: '/inbox?view=mine', as: mira, colorScheme: 'dark', prepare: openOne },
  { name: 'inbox-phone', path: '/inbox?view=mine', as: mira, size: phone },
  { name: 'conversation-phone', path: '/inbox?view=mine', as: mira, size: phone, prepare: openOne },
  {
    name: 'palette',
    path: '/inbox?view=mine',
    as: mira,
    prepare: async (page) => {
      await openOne(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('Jonas');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  { name: 'settings-channels', path: '/settings/channels', as: sabine },
  { name: 'settings-hours', path: '/settings/workspace', as: sabine },
];

const wanted = process.argv.slice(2);
const stop = await startApp();
try {
  const { cookieOf } = await import('./fixtures');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const { name, path, as, colorScheme = 'light', size, prepare } of pictures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      colorScheme,
      viewport: size ?? { width: 1360, height: 850 },
      reducedMotion: 'reduce',
    });
    await context.addCookies([await cookieOf(as)]);
    const page = await context.newPage();
    await page.goto(`${process.env.PUBLIC_URL}/${workspace}${path}`);
    await page.evaluate(() => document.fonts.ready);
    await prepare?.(page);
    await page.screenshot({ path: `${folder}/${name}.png` });
    await context.close();
  }
  await browser.close();
} finally {
  await stop();
}
