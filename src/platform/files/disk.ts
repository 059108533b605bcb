import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Files } from './file-store';

const KEY = /^[\w-]+(\/[\w-]+)*$/;

/** Files below a folder, readable by this user only; a half-written file never appears under its name. */
export function diskFiles(folder: string): Files {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a file key');
    return join(resolve(folder), key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const partial = `${path}.${process.pid}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(partial, bytes, { mode: 0o600 });
      await rename(partial, path);
    },
    get: async (key) => {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
