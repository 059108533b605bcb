import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { childVariables } from '@/platform/env';
import { Refusal, type Voice } from './voice';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium: CHROMIUM_PATH, the system's, Playwright's download, on Debian as root its package. */
export async function findChromium(voice: Voice): Promise<string> {
  const given = childVariables().CHROMIUM_PATH;
  if (given && !existsSync(given))
    throw new Refusal(`CHROMIUM_PATH is ${given}: expected the path of a Chromium`);
  const found = given ?? present() ?? (await ofPlaywright());
  if (found) return found;
  await voice.step('Downloading Chromium', () => run('playwright', ['install', 'chromium']));
  const downloaded = await ofPlaywright();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await voice.step('Installing Chromium', async () => {
      await run('apt-get', ['update']);
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    });
  }
  const installed = present();
  if (!installed)
    throw new Refusal('No Chromium was found or could be installed: install one, or set CHROMIUM_PATH');
  return installed;
}

const present = () => places.find((path) => existsSync(path));

async function ofPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Resolves when the program has ended, however: what counts is whether a Chromium is there afterwards. */
function run(program: string, args: string[]): Promise<void> {
  const variables = { ...childVariables(), DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: variables, stdio: 'ignore', timeout: 10 * 60_000 });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
