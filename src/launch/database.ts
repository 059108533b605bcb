import { fillEnv, type Settings } from '@/platform/env';
import type { DataFolder } from './data-folder';
import { checkExternalDatabase } from './external-database';
import { startPostgres } from './postgres/start-postgres';
import { Refusal, type Voice } from './voice';

export interface OpenDatabase {
  /** For the person at the terminal: which server, where its data lies. */
  description: string;
  ownerUrl: string;
  appUrl: string;
  /** True once our own server is down; false when it is someone else's or still in use. */
  stop(): Promise<boolean>;
}

/** The operator's server when DATABASE_URL is set, else our own; migrated, and its address set in this process's environment. */
export async function openDatabase(
  settings: Settings,
  folder: DataFolder,
  voice: Voice,
  { isMigrated = false } = {},
): Promise<OpenDatabase> {
  const database = await connect(settings, folder, voice);
  try {
    const { ownerUrl, appUrl } = database;
    if (!isMigrated) await applyMigrations(ownerUrl, appUrl, voice);
    fillEnv({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }, { override: true });
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function applyMigrations(ownerUrl: string, appUrl: string, voice: Voice): Promise<void> {
  const { migrate } = await import('@/platform/db/migrate');
  const { applied } = await voice.step('Applying migrations', () => migrate({ ownerUrl, appUrl }));
  if (applied.length > 0)
    voice.line(`  ${applied.length} migration${applied.length === 1 ? '' : 's'} applied`);
}

async function connect(settings: Settings, folder: DataFolder, voice: Voice): Promise<OpenDatabase> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings;
  if (appUrl && ownerUrl) {
    const { version } = await voice.step('Checking your database', () =>
      checkExternalDatabase({ appUrl, ownerUrl }),
    );
    const { host, pathname } = new URL(appUrl);
    const description = `your PostgreSQL ${version} at ${host}${pathname}`;
    return { description, ownerUrl, appUrl, stop: async () => false };
  }
  if (appUrl || ownerUrl) {
    const missing = appUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
    throw new Refusal(
      `${missing} is missing: expected both, the application's role and the owner for migrations`,
    );
  }
  const server = await voice.step('Starting PostgreSQL', () => startPostgres({ dir: folder.postgres }));
  const description = `PostgreSQL on port ${server.port}, data in ${folder.postgres}`;
  return { description, ownerUrl: server.ownerUrl, appUrl: server.appUrl, stop: server.stop };
}
