import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Refusal } from './voice';

/** Runs a script of ours or a package's on this Node.js; shows what it said only when it fails. Ends with this process. */
export function runQuietly(
  script: string,
  args: readonly string[],
  { root, variables }: { root: string; variables: NodeJS.ProcessEnv },
): Promise<void> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const endChild = () => void child.kill();
  process.once('exit', endChild);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', endChild);
      const said = Buffer.concat(output).toString('utf8');
      if (code === 0) resolve();
      else reject(new Refusal(`${said}\n${script} ${args.join(' ')} failed (exit code ${code})`));
    });
  });
}
