import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, projectRoot } from './install.mjs';

/**
 * Installs what is missing, then runs a TypeScript entry of this folder on the project's own Node.js 24 and ends
 * with its exit code. Signals are passed on; should the command that called us be killed, the entry is stopped too.
 */
export async function handOver(entry, { dev = false } = {}) {
  try {
    await ensureInstalled({ dev });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const follow = new URL('./follow-parent.mjs', import.meta.url).href;
  const child = spawn(
    join(projectRoot, 'node_modules/node/bin/node'),
    ['--import', 'tsx', '--import', follow, join(projectRoot, 'src/launch', entry), ...process.argv.slice(2)],
    { cwd: projectRoot, env: environment(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const watch = stopWithCaller(child);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? (signal ? 1 : 0);
    process.removeAllListeners();
  });
}

function environment() {
  const bin = join(projectRoot, 'node_modules/.bin');
  return { ...process.env, PATH: `${bin}:${process.env.PATH}` };
}

/** npm killed with SIGKILL passes nothing on. Started without npm, outliving the caller may be intended. */
function stopWithCaller(child) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const caller = callerOf();
  return setInterval(() => callerOf() !== caller && child.kill('SIGTERM'), 1000);
}

/** npm's process number; some systems keep the shell that npm runs scripts with in between. */
function callerOf() {
  try {
    const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'));
    return /^(sh|dash|bash|ash)$/.test(name) ? Number(rest.split(' ')[1]) : process.ppid;
  } catch {
    return process.ppid;
  }
}
