import { ensureBuild } from './build';
import { commandDatabase, runCommand } from './command-database';
import { speakTo } from './voice';

const voice = speakTo(process.stderr);
const database = commandDatabase(voice, { own: 'bench' });

await runCommand(database, async () => {
  await ensureBuild(process.cwd(), voice);
  const { runBench } = await import('../../bench/run');
  return runBench(process.argv.slice(2), database.connect);
});
