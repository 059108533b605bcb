import { join } from 'node:path';
import pg from 'pg';
import type { DataFolder } from './data-folder';
import type { OpenDatabase } from './database';
import { readJson, writePrivate } from './private-file';
import type { Voice } from './voice';

/** One way into the demo workspaces, for the person at the terminal. */
export interface DemoSignIn {
  workspace: string;
  role: string;
  email: string;
  password: string;
}

interface Loaded {
  database: string;
  signIns: DemoSignIn[];
}

/** Loads the demo workspaces the first time this data folder meets this database; returns the sign-ins either way. */
export async function loadDemoOnce(
  folder: DataFolder,
  database: OpenDatabase,
  voice: Voice,
): Promise<DemoSignIn[]> {
  const file = join(folder.root, 'demo.json');
  const identity = await identify(database.ownerUrl);
  const loaded = readJson<Loaded>(file);
  if (loaded?.database === identity) return loaded.signIns;
  const signIns = await loadDemoData(1, voice);
  writePrivate(file, JSON.stringify({ database: identity, signIns } satisfies Loaded, null, 2));
  return signIns;
}

export async function loadDemoData(scale: number, voice: Voice): Promise<DemoSignIn[]> {
  const { loadDemo } = await import('../../prisma/seed');
  voice.line(scale === 1 ? 'Loading the demo workspaces' : `Loading ${scale} times the demo workspaces`);
  const { signIns } = await loadDemo({ scale, onProgress: voice.progress });
  return signIns;
}

/** A database dropped and made again under the same name is another one. */
async function identify(ownerUrl: string): Promise<string> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const query = `SELECT oid, datname FROM pg_database WHERE datname = current_database()`;
    const { rows } = await client.query<{ oid: number; datname: string }>(query);
    const { hostname } = new URL(ownerUrl);
    return `${hostname}/${rows[0]?.datname}/${rows[0]?.oid}`;
  } finally {
    await client.end();
  }
}

export function signInLines(signIns: readonly DemoSignIn[]): string[] {
  const width = Math.max(0, ...signIns.map(({ email }) => email.length));
  return signIns.map(
    ({ workspace, role, email, password }) =>
      `  ${email.padEnd(width)}  ${password}  (${role}, ${workspace})`,
  );
}
