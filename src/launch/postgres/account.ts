import { execFileSync } from 'node:child_process';

/** The user PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Undefined for an ordinary user, who runs PostgreSQL as themselves. PostgreSQL refuses to run as root, so root gets
 * the system user `rapport` (created when possible), else `postgres`, else `nobody`.
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = find('rapport') ?? create('rapport') ?? find('postgres') ?? find('nobody');
  if (!existing)
    throw new Error('PostgreSQL cannot run as root, and no other user could be found or created');
  return existing;
}

function find(name: string): Account | undefined {
  const uid = id('-u', name);
  const gid = id('-g', name);
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid };
}

function create(name: string): Account | undefined {
  try {
    const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', ['--system', '--user-group', ...home, name], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return find(name);
}

function id(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return undefined;
  }
}
