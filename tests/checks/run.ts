import { fileURLToPath } from 'node:url';
import { checks } from './list';
import type { CheckResult, Finding } from './support/finding';

/**
 * Runs the checks and prints one line each, with what was found below it; `--json` prints one JSON object with the
 * counts instead. Names on the command line choose among the checks. Exit code 1 when any failed.
 */
async function run(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const isJson = process.argv.includes('--json');
  const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const unknown = chosen.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`no check named ${unknown.join(', ')}`);

  const results = [];
  for (const check of checks.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
    const start = performance.now();
    const result = refuseBlindness(await check.run(root));
    const milliseconds = Math.round(performance.now() - start);
    const isPassed = result.findings.length === 0;
    results.push({ name: check.name, passed: isPassed, milliseconds, ...result });
    if (!isJson) print(check.name, check.says, result, milliseconds);
  }
  const failed = results.filter((result) => !result.passed).length;
  const counts = { passed: results.length - failed, failed };
  if (isJson) console.log(JSON.stringify({ ...counts, checks: results }));
  else console.log(`checks: ${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** A check that looked at nothing has not passed. */
function refuseBlindness(result: CheckResult): CheckResult {
  if (result.seen > 0 || result.findings.length > 0) return result;
  return {
    seen: 0,
    findings: [{ rule: 'saw-nothing', file: '.', message: 'the check found nothing to look at' }],
  };
}

function print(name: string, says: string, result: CheckResult, milliseconds: number): void {
  const mark = result.findings.length === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${name.padEnd(11)} ${says} (${result.seen} seen, ${milliseconds} ms)`);
  for (const finding of result.findings) console.log(`     ${toLine(finding)}`);
}

function toLine({ rule, file, line, message }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${rule}  ${place}  ${message.split('\n').join('\n     ')}`;
}

await run();
