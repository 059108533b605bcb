import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Makes the website chat's script, one file without anything to load: `dist/widget.js`. Returns its bytes. */
export async function buildWidget(root: string, write = true): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/widget/main.ts'],
    outfile: 'dist/widget.js',
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  const bytes = outputFiles?.[0]?.contents ?? new Uint8Array();
  if (write) {
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, 'dist/widget.js'), bytes);
  }
  return bytes;
}
