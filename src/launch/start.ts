import { join } from 'node:path';
import { childVariables, EnvironmentRefused, env, fillEnv, settings } from '@/platform/env';
import { ensureBuild, ensureClient } from './build';
import { buildWidget } from './build-widget';
import { openDataFolder } from './data-folder';
import { openDatabase } from './database';
import { loadDemoOnce, signInLines } from './demo-data';
import { choosePort } from './ports';
import { announce, claimFolder, leaveFolder } from './running';
import { provideSecrets } from './secrets';
import { stopInOrder } from './stop-in-order';
import { supervise } from './supervise';
import { Refusal, speakTo } from './voice';

const voice = speakTo(process.stdout);
const root = process.cwd();
const isDev = process.argv.includes('--dev');
const stopping = stopInOrder(voice);

try {
  await start();
} catch (error) {
  const isExpected = error instanceof Refusal || error instanceof EnvironmentRefused;
  if (!stopping.hasBegun()) {
    process.stderr.write(
      `${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    await stopping.run(1);
  }
}

async function start(): Promise<void> {
  fillEnv({ NODE_ENV: isDev ? 'development' : 'production' }, { override: true });
  const wanted = settings();
  const folder = openDataFolder(wanted.DATA_DIR, root);
  const running = await claimFolder(folder.root);
  if (running) {
    const where = running.url ? ` at ${running.url}` : '';
    throw new Refusal(
      `Rapport is running from this data folder already${where} (process ${running.pid}). Stop it first, or set DATA_DIR.`,
    );
  }
  stopping.last(() => leaveFolder(folder.root));
  const port = await choosePort(wanted.PORT, wanted.HOST, voice);
  provideSecrets(folder.root);
  fillEnv({ PORT: String(port), HOST: wanted.HOST, DATA_DIR: folder.root }, { override: true });

  const database = await stopping.add('PostgreSQL', openDatabase(wanted, folder, voice));
  const { PUBLIC_URL: url } = env();
  if (isDev) {
    await ensureClient(root, voice);
    await voice.step('Building the chat widget', () => buildWidget(root));
  } else await ensureBuild(root, voice);
  const signIns = wanted.DEMO ? await loadDemoOnce(folder, database, voice) : [];
  await serve();
  announce(folder.root, url);

  voice.line(`\nRapport is ready at ${url}`);
  if (signIns.length > 0) voice.line(`Sign in to the demo:\n${signInLines(signIns).join('\n')}`);
  voice.line(`Data and secrets: ${folder.root}\nDatabase: ${database.description}\nStop with Ctrl-C.`);
}

async function serve(): Promise<void> {
  // The application has no use for the owner's rights.
  const variables = { ...childVariables(['DATABASE_OWNER_URL']), NEXT_TELEMETRY_DISABLED: '1' };
  const follow = ['--import', join(root, 'src/launch/follow-parent.mjs')];
  const command = process.execPath;
  const source = ['--enable-source-maps', ...follow];
  const watcher = join(root, 'node_modules/tsx/dist/cli.mjs');
  const workerArgs = isDev
    ? [...follow, watcher, 'watch', '--clear-screen=false', 'src/worker.ts']
    : [...source, 'dist/worker.js'];
  const webArgs = isDev ? ['--import', 'tsx', ...follow, 'src/server.ts'] : [...source, 'dist/server.js'];
  const worker = { name: 'worker', command, args: workerArgs, variables, saysReady: !isDev };
  const web = { name: 'web', command, args: webArgs, variables, saysReady: true };
  await voice.step('Starting the worker', () => stopping.add('worker', supervise(worker, voice)));
  await voice.step('Starting the web server', () => stopping.add('web', supervise(web, voice)));
}
