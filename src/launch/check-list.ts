/** One check of the house; `counts` says whose report lists its tests one by one. */
export interface Check {
  name: string;
  command: readonly string[];
  counts?: 'vitest' | 'playwright';
}

const node = ['node', '--import', 'tsx'];
const house = [...node, 'tests/checks/run.ts'];

/** Everything `npm test` and `npm run check` run, in this order; programs come from node_modules/.bin. */
export const checks: readonly Check[] = [
  { name: 'generate', command: [...node, 'src/launch/generate.ts'] },
  { name: 'format', command: [...house, 'format'] },
  { name: 'types', command: [...house, 'types'] },
  { name: 'typed-lint', command: [...house, 'typed-lint'] },
  { name: 'boundaries', command: [...house, 'boundaries'] },
  { name: 'vocabulary', command: [...house, 'vocabulary'] },
  { name: 'doors', command: [...house, 'doors'] },
  { name: 'messages', command: [...house, 'messages'] },
  { name: 'migrations', command: [...house, 'migrations'] },
  { name: 'dead-code', command: [...house, 'dead-code'] },
  { name: 'tests', command: ['vitest', 'run'], counts: 'vitest' },
  { name: 'build', command: [...node, 'src/launch/build.ts'] },
  { name: 'end to end', command: ['playwright', 'test'], counts: 'playwright' },
];
