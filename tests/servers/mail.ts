import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dovecotConfig, eximConfig, type MailPorts } from './mail-config';

const PROGRAMS = ['/usr/sbin/exim4', '/usr/sbin/dovecot', '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp'];
const PACKAGES = ['dovecot-imapd', 'dovecot-lmtpd', 'exim4-daemon-light', 'openssl'];

export interface MailServers {
  ports: MailPorts;
  /** Stops the mailbox server; mail that arrives meanwhile waits at the other. */
  stopMailbox(): Promise<void>;
  startMailbox(): Promise<void>;
  /** Makes the mailbox forget its numbers, as a restored or moved one does; while it is stopped. */
  renumber(address: string): Promise<void>;
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
    const need = `These tests speak to real mail servers: install ${PACKAGES.join(', ')} (Debian), or run them as root`;
    throw new Error(`${need} where apt reaches its mirrors. ${String(error).slice(0, 500)}`);
  }
}

/**
 * Dovecot and exim on free loopback ports, with configuration and mail in a folder of their own.
 * @param users passwords by address; every domain named is local
 */
export async function startMailServers(users: Readonly<Record<string, string>>): Promise<MailServers> {
  install();
  const folder = await mkdtemp(join(tmpdir(), 'rapport-mail-'));
  await chmod(folder, 0o755);
  for (const name of ['mail', 'spool', 'log']) {
    await mkdir(join(folder, name));
    await chmod(join(folder, name), 0o777);
  }
  const ports = { smtp: await freePort(), imap: await freePort(), imaps: await freePort() };
  const config = { folder, ports, users };
  const [exim, dovecot] = [join(folder, 'exim.conf'), join(folder, 'dovecot.conf')];
  await writeFile(exim, eximConfig(config), { mode: 0o644 });
  await writeFile(dovecot, dovecotConfig(config), { mode: 0o644 });
  const lines = Object.entries(users).map(([address, password]) => `${address}:{PLAIN}${password}`);
  await writeFile(join(folder, 'users'), `${lines.join('\n')}\n`, { mode: 0o644 });
  makeCertificate(folder);

  const run = (command: string, args: string[]) => spawn(command, args, { stdio: 'ignore' });
  const smtp = run('/usr/sbin/exim4', ['-C', exim, '-bdf', '-q1s', '-oX', `127.0.0.1.${ports.smtp}`]);
  let mailbox: ChildProcess | null = null;
  const servers: MailServers = {
    ports,
    startMailbox: async () => {
      mailbox = run('/usr/sbin/dovecot', ['-F', '-c', dovecot]);
      await reachable(ports.imap, servers.logs);
    },
    stopMailbox: async () => {
      if (mailbox) await end(mailbox);
      mailbox = null;
    },
    renumber: async (address) => {
      const maildir = join(folder, 'mail', address, 'Maildir');
      for (const name of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
        'dovecot.list.index',
        'dovecot.list.index.log',
      ])
        await rm(join(maildir, name), { force: true });
    },
    logs: async () => {
      const read = (name: string) => readFile(join(folder, 'log', name), 'utf8').catch(() => '');
      return (await Promise.all(['dovecot.log', 'mainlog', 'paniclog'].map(read))).join('\n');
    },
    close: async () => {
      await servers.stopMailbox();
      await end(smtp);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await servers.startMailbox();
  await reachable(ports.smtp, servers.logs);
  return servers;
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...args, ...files], { stdio: 'pipe' });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function reachable(port: number, logs: () => Promise<string>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('close', () => resolve(false)).unref();
      setTimeout(() => socket.destroy(), 50);
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers on port ${port}\n${await logs()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
