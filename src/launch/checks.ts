import { parseArgs } from 'node:util';
import { type Check, checks } from './check-list';
import { findChromium } from './chromium';
import { runCheck } from './run-check';
import { speakTo } from './voice';

const voice = speakTo(process.stdout);
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, list: { type: 'boolean', default: false } },
});

const picked = values.only
  ? checks.filter(({ name }) => values.only?.some((part) => name.includes(part)))
  : checks;
if (values.list)
  for (const { name, command } of picked) voice.line(`${name.padEnd(18)} ${command.join(' ')}`);
else process.exitCode = (await runAll(picked)) ? 0 : 1;

async function runAll(list: readonly Check[]): Promise<boolean> {
  let passed = 0;
  let failed = list.length === 0 ? 1 : 0;
  if (list.length === 0) voice.line(`No check is called that: ${checks.map(({ name }) => name).join(', ')}`);
  const needsBrowser = list.some(({ counts }) => counts === 'playwright');
  const chromium = needsBrowser ? await findChromium(voice) : undefined;
  for (const check of list) {
    const result = await voice.step(check.name, () =>
      runCheck(check, chromium ? { CHROMIUM_PATH: chromium } : {}),
    );
    const figures = check.counts ? `, ${result.passed} passed, ${result.failed} failed` : '';
    voice.line(`${result.failed === 0 ? '✓' : '✗'} ${check.name} (${result.seconds} s${figures})`);
    if (result.failed > 0) voice.line(result.output.trimEnd());
    passed += result.passed;
    failed += result.failed;
  }
  voice.line(`tests: ${passed} passed, ${failed} failed`);
  return failed === 0;
}
