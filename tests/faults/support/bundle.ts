import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Bundle {
  /** To fork. */
  file: string;
  remove(): void;
}

/** One process of ours in one file, as it is deployed: it starts in half the time, so that more kills meet it at work. */
export async function bundleProcess(entry: string): Promise<Bundle> {
  // Inside node_modules, so that packages are found from there.
  const folder = `${root}/node_modules/.cache/rapport-faults/${process.pid}-${Date.now()}`;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/process.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    logLevel: 'silent',
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
