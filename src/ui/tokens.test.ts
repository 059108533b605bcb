import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function declarations(selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

it('the system’s dark is the chosen dark', () => {
  const chosen = declarations('[data-theme="dark"]');
  expect(declarations(':root:not([data-theme])')).toEqual(chosen);
  expect(Object.keys(chosen)).toEqual(Object.keys(declarations('[data-theme="light"]')));
});
