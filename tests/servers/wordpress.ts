import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installSite, wordpressConfig, writeTheme } from './wordpress-site';

const PROGRAMS = ['/usr/share/wordpress/wp-load.php', '/usr/sbin/mariadbd', '/usr/bin/php'];
const PACKAGES = ['wordpress', 'mariadb-server', 'php-cli', 'php-mysql'];

export interface WordpressServer {
  url: string;
  /** The application password of the user `rapport`, an editor. */
  password: string;
  /** Runs PHP inside WordPress. @returns what it returns, by way of JSON */
  php(code: string): unknown;
  /** Stops web server and database; what is in it stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** For a failing test: what both servers wrote down. */
  logs(): Promise<string>;
  close(): Promise<void>;
}

/** Debian's packages, where they are missing. @throws saying so where they cannot be had */
function install(): void {
  if (PROGRAMS.every((path) => existsSync(path))) return;
  const quiet = { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-q'], quiet);
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], quiet);
  } catch (error) {
    const need = `These tests speak to a real WordPress: install ${PACKAGES.join(', ')} (Debian), or run them as root`;
    throw new Error(`${need} where apt reaches its mirrors. ${String(error).slice(0, 500)}`);
  }
}

/** WordPress on its own MariaDB, both in a folder of their own and on loopback only. */
export async function startWordpress(): Promise<WordpressServer> {
  install();
  const folder = await mkdtemp(join(tmpdir(), 'rapport-wordpress-'));
  const [site, data, socket] = [join(folder, 'site'), join(folder, 'data'), join(folder, 'db.sock')];
  const url = `http://127.0.0.1:${await freePort()}`;
  // A copy, not links: WordPress finds its configuration beside the file it is started from.
  execFileSync('cp', ['-r', '/usr/share/wordpress', site]);
  await rm(join(site, 'wp-config.php'));
  await writeFile(join(site, 'wp-config.php'), wordpressConfig({ socket, url }));
  await writeTheme(site);
  const own = ['--no-defaults', '--user=root', `--datadir=${data}`];
  execFileSync('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db'], {
    stdio: 'pipe',
  });

  let running: ChildProcess[] = [];
  const log = (name: string) => join(folder, name);
  const server: WordpressServer = {
    url,
    password: '',
    php: (code) => {
      const program = `ini_set('display_errors','stderr'); $_SERVER['HTTP_HOST']='${new URL(url).host}'; require '${site}/wp-load.php'; echo json_encode((function(){${code}})());`;
      return JSON.parse(
        execFileSync('php', ['-r', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) ||
          'null',
      );
    },
    start: async () => {
      const lean = [
        '--skip-networking',
        `--socket=${socket}`,
        '--innodb-flush-log-at-trx-commit=0',
        '--innodb-buffer-pool-size=32M',
      ];
      const files = [`--log-error=${log('mariadb.log')}`, `--pid-file=${log('mariadb.pid')}`];
      running = [spawn('mariadbd', [...own, ...lean, ...files], { stdio: 'ignore' })];
      await until(() => isAlive(socket), server.logs);
      const php = ['-d', `error_log=${log('php.log')}`, '-S', new URL(url).host, '-t', site];
      running.push(spawn('php', php, { stdio: 'ignore' }));
      await until(
        () =>
          fetch(`${url}/readme.html`).then(
            ({ ok }) => ok,
            () => false,
          ),
        server.logs,
      );
    },
    stop: async () => {
      await Promise.all(running.reverse().map(end));
      running = [];
    },
    logs: async () => {
      const read = (name: string) => readFile(log(name), 'utf8').catch(() => '');
      return (await Promise.all(['mariadb.log', 'php.log'].map(read))).join('\n').slice(-4000);
    },
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await server.start();
    execFileSync(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'CREATE DATABASE wordpress'],
      { stdio: 'pipe' },
    );
    return Object.assign(server, { password: installSite(site, new URL(url).host) });
  } catch (error) {
    const logs = await server.logs();
    await server.close();
    throw new Error(`${String(error)}\n${logs}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function isAlive(socket: string): Promise<boolean> {
  try {
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'SELECT 1'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function until(isReady: () => Promise<boolean>, logs: () => Promise<string>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await isReady()) return;
    await wait(100);
  }
  throw new Error(`nothing answers\n${await logs()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
