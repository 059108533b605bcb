import { checkBoundaries } from './boundaries';
import { checkDoors } from './doors';
import { checkMessages } from './messages';
import { checkMigrations } from './migrations';
import type { Check } from './support/finding';
import { checkBiome, checkDeadCode, checkTypedLint, checkTypes } from './tools';
import { checkVocabulary } from './vocabulary';

/** Every check of the house, in reading order. */
export const checks: readonly { name: string; says: string; run: Check }[] = [
  { name: 'format', says: 'formatting, lint and import order', run: checkBiome },
  { name: 'types', says: 'types', run: checkTypes },
  { name: 'typed-lint', says: 'no floating promise, every switch exhaustive', run: checkTypedLint },
  { name: 'boundaries', says: 'who imports whom', run: checkBoundaries },
  { name: 'vocabulary', says: 'names, places and lengths of files', run: checkVocabulary },
  {
    name: 'doors',
    says: 'one reader of the environment, one minter of tenants, one statement per route method',
    run: checkDoors,
  },
  {
    name: 'messages',
    says: 'German and English say the same, every refusal has its sentence',
    run: checkMessages,
  },
  {
    name: 'migrations',
    says: 'row-level security, composite keys and grants',
    run: (root) => checkMigrations(root),
  },
  { name: 'dead-code', says: 'no unused file, export or dependency', run: checkDeadCode },
];
