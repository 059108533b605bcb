import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries';
import { checkDoors } from './doors';
import { checkMessages } from './messages';
import { checkMigrations } from './migrations';
import type { Check } from './support/finding';
import { checkVocabulary } from './vocabulary';

const checks: Record<string, Check> = {
  boundaries: checkBoundaries,
  vocabulary: checkVocabulary,
  doors: checkDoors,
  messages: checkMessages,
  migrations: (root) => checkMigrations(root, {}),
};
const plants = fileURLToPath(new URL('./plants', import.meta.url));

/** A plant is named after the rule it breaks; a longer name is a second way to break it. */
describe.each(Object.entries(checks))('%s', (name, check) => {
  test.each(readdirSync(`${plants}/${name}`))('%s', async (plant) => {
    const { findings, seen } = await check(`${plants}/${name}/${plant}`);
    if (plant === 'clean') {
      expect(findings).toEqual([]);
      expect(seen).toBeGreaterThan(0);
      return;
    }
    const rules = [...new Set(findings.map((finding) => finding.rule))];
    expect(rules).toHaveLength(1);
    expect(plant.startsWith(rules[0] ?? 'no rule')).toBe(true);
  });
});

test('an exemption that exempts nothing is refused', () => {
  const { findings } = checkMigrations(`${plants}/migrations/clean`, { 'notes.nowhere': 'gone' });
  expect(findings.map((finding) => finding.rule)).toEqual(['exemption-unused']);
});
