/** One check of the house; `counts` says whose report lists its tests one by one. */
export interface Check {
  name: string;
  command: readonly string[];
  counts?: 'vitest' | 'playwright';
}

const node = ['node', '--import', 'tsx'];

/** Everything `npm test` and `npm run check` run, in this order; programs come from node_modules/.bin. */
export const checks: readonly Check[] = [
  { name: 'generate', command: [...node, 'src/launch/generate.ts'] },
  { name: 'format and lint', command: ['biome', 'ci', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'architecture', command: [...node, 'tests/checks/run.ts'] },
  { name: 'tests', command: ['vitest', 'run'], counts: 'vitest' },
];
