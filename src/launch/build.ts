import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { childVariables } from '@/platform/env';
import { buildWidget } from './build-widget';
import { runQuietly } from './run-quietly';
import { makeIfStale, type Product } from './staleness';
import { speakTo, type Voice } from './voice';

const client: Product = {
  // Inside its product, so that a checkout without one is stale.
  stamp: 'src/platform/db/generated/stamp.json',
  inputs: ['prisma/schema', 'prisma.config.ts', 'package-lock.json'],
};
const generated = 'src/platform/db/generated';
const configuration = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
];
const application: Product = {
  stamp: 'dist/build.json',
  inputs: ['src', 'public', 'prisma', ...configuration],
  except: ['src/launch', 'src/cli.ts', generated, 'prisma/demo', 'prisma/seed.ts', 'prisma/migrations'],
};

/** Generates the Prisma client when the schema has changed. */
export async function ensureClient(root: string, voice: Voice): Promise<void> {
  const variables = {
    ...childVariables(),
    // Generating needs no engine; without this every command tries to download one.
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const make = () => runQuietly('node_modules/prisma/build/index.js', ['generate'], { root, variables });
  await voice.step('Generating the database client', () => makeIfStale(root, client, make));
}

/** Builds pages (`.next`), web and worker (`dist`) when anything they are made from has changed. Returns whether it did. */
export async function ensureBuild(root: string, voice: Voice): Promise<boolean> {
  await ensureClient(root, voice);
  return voice.step('Building', () => makeIfStale(root, application, () => make(root)));
}

/** Modules read their environment when they are loaded, also by a build that uses none of it: valid, and nobody's. */
const nobodys = {
  DATABASE_URL: 'postgresql://build@localhost/build',
  AUTH_SECRET: 'build'.repeat(8),
  KEY_ENCRYPTION_KEYS: `build:${Buffer.alloc(32).toString('base64')}`,
};

async function make(root: string): Promise<void> {
  rmSync(`${root}/dist`, { recursive: true, force: true });
  const variables = {
    ...nobodys,
    ...childVariables(),
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  await runQuietly('node_modules/next/dist/bin/next', ['build'], { root, variables });
  await buildWidget(root);
  await bundle({
    absWorkingDir: root,
    entryPoints: ['src/server.ts', 'src/worker.ts'],
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const voice = speakTo(process.stdout);
  const wasStale = await ensureBuild(process.cwd(), voice);
  voice.line(wasStale ? 'Built.' : 'The build is up to date.');
}
