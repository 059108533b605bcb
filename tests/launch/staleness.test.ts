import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeIfStale } from '@/launch/staleness';

const product = { stamp: 'dist/build.json', inputs: ['src', 'config.json', 'absent'], except: ['src/made'] };
let root = '';
let made = 0;
const make = async () => {
  made += 1;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapport-stale-'));
  made = 0;
  mkdirSync(join(root, 'src/made'), { recursive: true });
  writeFileSync(join(root, 'src/page.ts'), 'one');
  writeFileSync(join(root, 'config.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a product made from files', () => {
  it('is made once while nothing changes', async () => {
    expect(await makeIfStale(root, product, make)).toBe(true);
    expect(await makeIfStale(root, product, make)).toBe(false);
    expect(made).toBe(1);
  });

  it.each([
    ['content changes', () => writeFileSync(join(root, 'src/page.ts'), 'two')],
    ['a file is added', () => writeFileSync(join(root, 'src/more.ts'), '')],
    ['a file is removed', () => rmSync(join(root, 'config.json'))],
    ['an absent input appears', () => writeFileSync(join(root, 'absent'), '')],
  ])('is made again when %s', async (_, change) => {
    await makeIfStale(root, product, make);
    change();
    expect(await makeIfStale(root, product, make)).toBe(true);
  });

  it('does not mind what is excepted, nor tests', async () => {
    await makeIfStale(root, product, make);
    writeFileSync(join(root, 'src/made/client.ts'), 'generated');
    writeFileSync(join(root, 'src/page.test.ts'), 'test');
    expect(await makeIfStale(root, product, make)).toBe(false);
  });

  it('stays stale when making it failed', async () => {
    await makeIfStale(root, product, make);
    writeFileSync(join(root, 'src/page.ts'), 'broken');
    await expect(makeIfStale(root, product, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    writeFileSync(join(root, 'src/page.ts'), 'one');
    expect(await makeIfStale(root, product, make)).toBe(true);
  });
});
