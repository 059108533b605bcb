import { join } from 'node:path';
import { env, fillEnv, settings } from '@/platform/env';
import { type DataFolder, openDataFolder } from './data-folder';
import { openDatabase } from './database';
import { findRunning } from './running';
import { provideSecrets } from './secrets';
import { stopInOrder } from './stop-in-order';
import { Refusal, type Voice } from './voice';

export interface CommandDatabase {
  /** Opens the database of the running instance, or our own for the command's time, and sets the environment. */
  connect(): Promise<void>;
  /** Lets go of the database and ends the process. */
  end(exitCode: number): Promise<never>;
}

/** For commands beside `npm start`. With `own`, they work on a database of their own below the data folder. */
export function commandDatabase(voice: Voice, options: { own?: string } = {}): CommandDatabase {
  const stopping = stopInOrder({ ...voice, line: () => undefined });
  const connect = async () => {
    fillEnv({ NODE_ENV: 'production' }, { override: false });
    const wanted = settings();
    const shared = openDataFolder(wanted.DATA_DIR, process.cwd());
    const folder = options.own ? folderFor(shared, options.own) : shared;
    const running = findRunning(folder.root);
    provideSecrets(folder.root);
    fillEnv({ DATA_DIR: folder.root }, { override: true });
    if (running?.url) fillEnv({ PUBLIC_URL: running.url }, { override: false });
    const isMigrated = running?.url !== undefined;
    await stopping.add('PostgreSQL', openDatabase(wanted, folder, voice, { isMigrated }));
    env();
  };
  const end = (exitCode: number) => {
    // A fast shutdown ends the connections that idle in the command's pools.
    process.on('uncaughtException', (error) => {
      if (!('code' in error) || error.code !== '57P01') process.exit(1);
    });
    return stopping.run(exitCode);
  };
  return { connect, end };
}

function folderFor({ root, postgres }: DataFolder, name: string): DataFolder {
  return { root: join(root, name), postgres: join(postgres, '..', `${name}-postgres`) };
}

/** Runs a command to its exit code; what went wrong goes to stderr, with a stack only when it was not foreseen. */
export async function runCommand(database: CommandDatabase, run: () => Promise<number>): Promise<never> {
  try {
    return await database.end(await run());
  } catch (error) {
    const text = error instanceof Error ? (isForeseen(error) ? error.message : error.stack) : String(error);
    process.stderr.write(`${text}\n`);
    return database.end(1);
  }
}

function isForeseen(error: Error): boolean {
  return error instanceof Refusal || error.name === 'EnvironmentRefused';
}
