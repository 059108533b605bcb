import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.next',
  'dist',
  'generated',
  'plants',
  'data',
  'test-results',
  '__snapshots__',
]);

/** Every file below `folder` of the tree, as paths relative to `root` with forward slashes, sorted. */
export function listFiles(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return walk(start)
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(join(folder, entry.name));
    return [join(folder, entry.name)];
  });
}

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function isSource(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('tests/') || path.startsWith('bench/');
}
