import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childVariables } from '@/platform/env';
import type { Check } from './check-list';
import { readJson } from './private-file';

export interface CheckResult {
  passed: number;
  failed: number;
  seconds: number;
  output: string;
}

interface Counts {
  passed: number;
  failed: number;
}

/** Runs one check; one without a report counts as one test, and so does a runner that fails beside its tests. */
export async function runCheck(check: Check, extra: Record<string, string>): Promise<CheckResult> {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-check-'));
  const report = join(folder, 'report.json');
  const { code, output } = await run([...check.command, ...reporters(check, report)], {
    ...childVariables(),
    ...extra,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const counts = check.counts ? readReport[check.counts](report) : undefined;
  rmSync(folder, { recursive: true, force: true });
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds, output };
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { passed: counts.passed, failed, seconds, output };
}

function reporters({ counts }: Check, report: string): string[] {
  if (counts === 'vitest') return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return counts === 'playwright' ? ['--reporter=list,json'] : [];
}

const readReport = {
  vitest(file: string): Counts | undefined {
    const report = readJson<VitestReport>(file);
    if (!report) return undefined;
    // A file that could not be loaded has no tests to count.
    const unloaded = report.testResults.filter(
      (one) => one.status === 'failed' && one.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
  },
  playwright(file: string): Counts | undefined {
    const stats = readJson<PlaywrightReport>(file)?.stats;
    return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  },
};

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

function run(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const text = () => Buffer.concat(output).toString('utf8');
  const endChild = () => void child.kill();
  process.once('exit', endChild);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => {
      process.off('exit', endChild);
      resolve({ code, output: text() });
    });
  });
}
