import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';
import type { CheckResult } from './support/finding';

/** The import table of architecture.md, with dependency-cruiser. Refuses to pass when it saw no module. */
export async function checkBoundaries(root: string): Promise<CheckResult> {
  const { forbidden, options } = configuration;
  const folders = ['src', 'prisma'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden } } as Parameters<typeof cruise>[1],
    {
      alias: { '@': join(root, 'src') },
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
      exportsFields: ['exports'],
    } as Parameters<typeof cruise>[2],
  );
  const { summary, modules } = output as ICruiseResult;
  return {
    findings: summary.violations.map((violation) => ({
      rule: violation.rule.name,
      file: violation.from,
      message: `imports ${violation.to}`,
    })),
    seen: modules.filter((module) => module.source.startsWith('src/')).length,
  };
}
