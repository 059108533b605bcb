import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@/launch/postgres/start-postgres';
import { startOidcProvider } from '../../stand-ins/oidc';

/** Starts PostgreSQL, loads the demo, serves the built app as a deployment would; returns how to end it all. */
export default async function startApp(): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-e2e-'));
  const postgres = await startPostgres({ dir, durable: false });
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const oidc = await startOidcProvider(publicUrl, {
    ines: { email: 'ines@elsewhere.example', emailVerified: true, name: 'Ines Albrecht' },
  });
  Object.assign(process.env, {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATA_DIR: dir,
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    KEY_ENCRYPTION_KEYS: `e2e:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: 'warn',
    // The stand-ins of the tests listen on this machine.
    OUTBOUND_ALLOW: '127.0.0.1',
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
  });
  // The application reads its environment when it is loaded.
  const { migrate } = await import('@/platform/db/migrate');
  await migrate(postgres);
  const { loadDemo } = await import('../../../prisma/seed');
  await loadDemo({ scale: 1, onProgress: () => {} });
  const processes = await Promise.all([serve('dist/server.js'), serve('dist/worker.js')]);
  return async () => {
    await Promise.all(processes.map(end));
    await oidc.close();
    const { closePools } = await import('@/platform/db/pools');
    await closePools();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

function serve(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
