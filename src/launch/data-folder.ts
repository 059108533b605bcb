import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { serverAccount } from './postgres/account';
import { stateFolder } from './postgres/binaries';

/** Where an instance keeps everything: secrets, what runs, files, and (unless elsewhere) its PostgreSQL. */
export interface DataFolder {
  root: string;
  postgres: string;
}

/**
 * `DATA_DIR` if given, else `data/` in the project. Root's PostgreSQL runs as another user, who cannot enter a closed
 * folder such as /root: what that user must reach lies below /var/lib/rapport then, named after the project's path.
 */
export function openDataFolder(dataDir: string | undefined, project: string): DataFolder {
  const asRoot = serverAccount() !== undefined;
  const root = dataDir ? resolve(project, dataDir) : asRoot ? ownStateFolder(project) : join(project, 'data');
  mkdirSync(root, { recursive: true });
  if (!existsSync(join(root, 'postgres')) && !dataDir) chmodSync(root, asRoot ? 0o711 : 0o700);
  if (!asRoot || canEnter(root)) return { root, postgres: join(root, 'postgres') };
  return { root, postgres: join(ownStateFolder(root), 'postgres') };
}

function ownStateFolder(path: string): string {
  const folder = join(
    stateFolder(),
    `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`,
  );
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

function canEnter(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
