import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Check } from './support/finding';
import { checkBiome, checkDeadCode, checkTypedLint, checkTypes } from './tools';

const project = fileURLToPath(new URL('../..', import.meta.url));
const SETTINGS = ['biome.json', '.oxlintrc.json', 'tsconfig.json', '.gitignore', 'knip.json'];
const trees: string[] = [];

/** A project of its own with our settings: a process, one rule, and what the plant adds or replaces. */
function aProject(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'rapport-plant-'));
  trees.push(root);
  for (const name of SETTINGS) cpSync(join(project, name), join(root, name));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  const tree = { 'package.json': '{\n  "name": "plant",\n  "type": "module"\n}\n', ...clean, ...files };
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const clean = {
  'src/kernel/double.ts':
    'export function double(value: number): number {\n  return value * 2;\n}\n\n' +
    'export async function later(): Promise<number> {\n  return double(1);\n}\n',
  'src/worker.ts':
    "import { double, later } from '@/kernel/double';\n\nexport const started = double(await later());\n",
};

function plant(worker: string): string {
  return `import { double, later } from '@/kernel/double';\n\n${worker}`;
}

const mood = "type Mood = 'glad' | 'sad';\n\nexport function face(mood: Mood): string {\n  switch (mood) {\n";

const plants: readonly [string, Check, Record<string, string>, string][] = [
  ['formatting', checkBiome, { 'src/worker.ts': plant('export const x = "a"\n') }, 'format'],
  [
    'unsorted imports',
    checkBiome,
    { 'src/cli.ts': "import { b } from './b';\nimport { a } from './a';\n\nconsole.log(a, b);\n" },
    'organizeImports',
  ],
  [
    'any',
    checkBiome,
    { 'src/kernel/double.ts': 'export const double = (value: any) => value;\n' },
    'noExplicitAny',
  ],
  ['console', checkBiome, { 'src/kernel/double.ts': 'console.log(1);\n' }, 'noConsole'],
  ['a barrel', checkBiome, { 'src/kernel/all.ts': "export { double } from './double';\n" }, 'noBarrelFile'],
  [
    'a type imported as a value',
    checkBiome,
    { 'src/cli.ts': "import { Mood } from './mood';\n\nexport const mood: Mood = 'glad';\n" },
    'useImportType',
  ],
  [
    'a long function',
    checkBiome,
    {
      'src/kernel/long.ts': `export function long(): number {\n  let value = 0;\n${'  value += 1;\n'.repeat(50)}  return value;\n}\n`,
    },
    'noExcessiveLinesPerFunction',
  ],
  [
    'a type error',
    checkTypes,
    { 'src/worker.ts': plant('export const x: string = double(await later());\n') },
    'TS2322',
  ],
  [
    'a floating promise',
    checkTypedLint,
    { 'src/worker.ts': plant('later();\nexport const x = double(1);\n') },
    'no-floating-promises',
  ],
  [
    'a misused promise',
    checkTypedLint,
    { 'src/worker.ts': plant('export const x = later() ? double(1) : 0;\n') },
    'no-misused-promises',
  ],
  [
    'an await for nothing',
    checkTypedLint,
    { 'src/worker.ts': plant('await later();\nexport const x = await double(1);\n') },
    'await-thenable',
  ],
  [
    'a switch with a gap',
    checkTypedLint,
    { 'src/kernel/mood.ts': `${mood}    case 'glad':\n      return ':)';\n  }\n  return '';\n}\n` },
    'switch-exhaustiveness-check',
  ],
  [
    'a file nobody imports',
    checkDeadCode,
    { 'src/kernel/dead.ts': 'export const dead = 1;\n' },
    'src/kernel/dead.ts',
  ],
  [
    'an export nobody imports',
    checkDeadCode,
    {
      'src/worker.ts': plant('export const x = double(1);\nawait later();\n'),
      'src/kernel/double.ts': `${clean['src/kernel/double.ts']}\nexport const dead = 1;\n`,
    },
    'dead',
  ],
  [
    'a package nobody lists',
    checkDeadCode,
    { 'src/worker.ts': `${clean['src/worker.ts']}import 'undici';\n` },
    'undici',
  ],
];

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe('a planted violation fails', () => {
  test.each(plants)('%s', async (_, check, files, rule) => {
    const { findings } = await check(aProject(files));
    expect(findings[0]?.message ?? 'nothing found').toContain(rule);
  });
});

describe('the clean tree passes', () => {
  test.each([
    ['biome', checkBiome],
    ['tsc', checkTypes],
    ['oxlint', checkTypedLint],
    ['knip', checkDeadCode],
  ] as const)('%s', async (_, check) => {
    const { findings, seen } = await check(aProject({}));
    expect(findings).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  });
});
