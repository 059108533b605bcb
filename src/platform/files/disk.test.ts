import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diskFiles } from './disk';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('stores, reads, removes, and keeps files to its user', async () => {
  const files = diskFiles(folder);
  await files.put('files/w/one', new TextEncoder().encode('hello'), 'text/plain');
  expect(Buffer.from((await files.get('files/w/one')) ?? []).toString()).toBe('hello');
  expect((await stat(join(folder, 'files/w/one'))).mode & 0o777).toBe(0o600);
  await files.remove('files/w/one');
  expect(await files.get('files/w/one')).toBeNull();
});

it('refuses keys that lead elsewhere', async () => {
  const files = diskFiles(folder);
  await expect(async () => files.get('files/../../etc/passwd')).rejects.toThrow('not a file key');
});
