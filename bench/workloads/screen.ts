import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { openBrowser, openInbox } from '../browser';
import { figuresOf } from '../measure';
import { type Line, limitLine, type Skipped } from '../report';
import type { Subject } from '../subject';
import { LIMIT_MS, postEvenly, RATE } from './live';

const WORKLOADS = {
  next: 'next conversation with j, warm: painted',
  live: `event acknowledged → on an open screen, ${RATE} events/s`,
  script: 'JavaScript the inbox ships, gzipped',
};

/** What only a browser can tell; each is left out with its reason where the browser or the page is not to be had. */
export async function onScreen(
  subject: Subject,
  url: string,
  { steps, seconds }: { steps: number; seconds: number },
): Promise<(Line | Skipped)[]> {
  let opened: Awaited<ReturnType<typeof openBrowser>>;
  try {
    opened = await openBrowser(subject, url);
  } catch (error) {
    return Object.values(WORKLOADS).map((workload) => ({ workload, skipped: reasonOf(error) }));
  }
  const { browser, page } = opened;
  const attempt = async (workload: string, run: () => Promise<Line>): Promise<Line | Skipped> =>
    run().catch((error: unknown) => ({ workload, skipped: reasonOf(error) }));
  try {
    return [
      await attempt(WORKLOADS.script, () => shippedScript(page, subject, url)),
      await attempt(WORKLOADS.next, () => nextConversation(page, subject, url, steps)),
      await attempt(WORKLOADS.live, () => liveOnScreen(page, subject, url, seconds)),
    ];
  } finally {
    await browser.close();
  }
}

const reasonOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

/** Every script the browser fetches until the inbox rests, compressed as a server in front would. */
async function shippedScript(page: Page, subject: Subject, url: string): Promise<Line> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body).byteLength),
    );
  });
  await openInbox(page, subject, url, 'open');
  await page.waitForTimeout(3000);
  const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1000;
  return limitLine(WORKLOADS.script, { p50: total, p95: total }, { unit: 'kB', limit: 250 });
}

/**
 * From the key to the paint of the next conversation: its messages have taken the place of the previous ones
 * and the frame that shows them is out. Warm: the neighbours were read while one was shown.
 */
async function nextConversation(page: Page, subject: Subject, url: string, steps: number): Promise<Line> {
  await openInbox(page, subject, url, 'open');
  await page.evaluate(watchScript);
  await page.keyboard.press('j');
  await page.locator('article').first().waitFor({ timeout: 30_000 });
  const delays: number[] = [];
  for (let step = 0; step < steps + 3; step += 1) {
    await page.evaluate('watchNext()');
    await page.keyboard.press('j');
    const delay = await page.evaluate<number>('painted');
    // The first are cold.
    if (step >= 3) delays.push(delay);
    await page.waitForTimeout(350);
  }
  return limitLine(WORKLOADS.next, figuresOf(delays), { unit: 'ms', limit: 100 });
}

/** In the page: milliseconds from the next `j` to the frame in which another conversation's messages stand. */
const watchScript = `
globalThis.watchNext = () => {
  const first = () => document.querySelector('article');
  const selected = () => document.querySelector('[data-conversation][aria-selected="true"]')?.dataset.conversation;
  const before = { article: first(), selected: selected() };
  globalThis.painted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no other conversation within 15 s')), 15000);
    addEventListener('keydown', (event) => {
      const start = event.timeStamp;
      const look = () => {
        const article = first();
        if (!article || article === before.article || selected() === before.selected) return requestAnimationFrame(look);
        // After this frame has been painted: the next task behind it.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - start);
        channel.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true });
  });
};`;

/** From the acknowledgement to the words standing in the list of another member's open inbox. */
async function liveOnScreen(page: Page, subject: Subject, url: string, seconds: number): Promise<Line> {
  await openInbox(page, subject, url, 'open&sort=newest');
  await page.evaluate(noteScript);
  const { at, conversations } = await postEvenly(subject, url, seconds);
  await page.waitForTimeout(8000);
  const seen = await page.evaluate<Record<string, number>>('seenIds');
  // A row shows its newest message: one that another followed at once is there when that one is.
  const delays = conversations.flatMap((ids) =>
    ids.map((id, place) => {
      const shown = ids.slice(place).flatMap((later) => seen[later] ?? []);
      return Math.min(...shown) - (at.get(id) ?? Number.NaN);
    }),
  );
  const missing = delays.filter((delay) => !Number.isFinite(delay)).length;
  if (missing > 0) throw new Error(`${missing} of ${at.size} events never came to the screen`);
  return limitLine(WORKLOADS.live, figuresOf(delays), { unit: 'ms', limit: LIMIT_MS });
}

/** In the page: when each text stood in the document for the first time. Each ends with its own id, the list's preview too. */
const noteScript = `
globalThis.seenIds = {};
new MutationObserver(() => {
  const now = Date.now();
  for (const [, id] of document.body.textContent.matchAll(/\\(([0-9a-f]{8}-[0-9a-f-]{27})\\)/g)) seenIds[id] ??= now;
}).observe(document.body, { subtree: true, childList: true, characterData: true });`;
