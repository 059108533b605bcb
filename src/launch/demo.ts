import { parseArgs } from 'node:util';
import { commandDatabase, runCommand } from './command-database';
import { loadDemoData, signInLines } from './demo-data';
import { Refusal, speakTo } from './voice';

const voice = speakTo(process.stdout);
const database = commandDatabase(voice);

await runCommand(database, async () => {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1 || scale > 1000) {
    throw new Refusal(`--scale is ${JSON.stringify(values.scale)}: expected a whole number from 1 to 1000`);
  }
  await database.connect();
  const started = Date.now();
  const signIns = await loadDemoData(scale, voice);
  voice.line(
    `Loaded in ${Math.round((Date.now() - started) / 1000)} s. Sign in with:\n${signInLines(signIns).join('\n')}`,
  );
  return 0;
});
