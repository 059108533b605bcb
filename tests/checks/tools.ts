import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CheckResult, Finding } from './support/finding';

/** Runs a tool of the project's own node_modules and hands back what it printed and how it ended. */
function runTool(
  root: string,
  name: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', name), args, { cwd: root });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() }),
    );
  });
}

/** One finding that carries what the tool says; `seen` is read from the tool's own count of files. */
async function withTool(
  root: string,
  name: string,
  args: readonly string[],
  count: RegExp,
): Promise<CheckResult> {
  const { code, output } = await runTool(root, name, args);
  const findings: Finding[] = code === 0 ? [] : [{ rule: name, file: '.', message: output }];
  return { findings, seen: Number(output.match(count)?.[1] ?? 0) };
}

/** Formatting, lint and import order. */
export function checkBiome(root: string): Promise<CheckResult> {
  return withTool(
    root,
    'biome',
    ['check', '--error-on-warnings', '--max-diagnostics=200', '.'],
    /Checked (\d+) file/,
  );
}

/** Lint with types: floating promises, exhaustive switches. */
export function checkTypedLint(root: string): Promise<CheckResult> {
  return withTool(root, 'oxlint', ['--type-aware', '--deny-warnings', '.'], /on (\d+) files/);
}

/** Types, of everything tsconfig.json includes. */
export async function checkTypes(root: string): Promise<CheckResult> {
  const args = ['--noEmit', '--incremental', 'false', '--extendedDiagnostics'];
  const { code, output } = await runTool(root, 'tsc', args);
  const [errors = '', count] = output.split(/^Files:\s+(\d+)/m);
  return {
    findings: code === 0 ? [] : [{ rule: 'tsc', file: '.', message: errors.trim() }],
    seen: Number(count ?? 0),
  };
}

/** Dead files, exports and dependencies. Knip says nothing when all is well, so it counts as one thing seen. */
export async function checkDeadCode(root: string): Promise<CheckResult> {
  const { code, output } = await runTool(root, 'knip', ['--no-progress']);
  return { findings: code === 0 ? [] : [{ rule: 'knip', file: '.', message: output }], seen: 1 };
}
