import { commandDatabase, runCommand } from './command-database';
import { speakTo } from './voice';

// Standard output belongs to the verb's JSON lines.
const database = commandDatabase(speakTo(process.stderr));

await runCommand(database, async () => {
  const { runCli } = await import('@/cli');
  return runCli(process.argv.slice(2), database.connect);
});
