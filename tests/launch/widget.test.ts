import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildWidget } from '@/launch/build-widget';

it('is one script of at most 15 kB as it travels, and loads nothing', async () => {
  const script = await buildWidget(process.cwd(), false);
  const text = new TextDecoder().decode(script);
  expect(text.length).toBeGreaterThan(5000);
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(15_000);
  expect(text).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|document\.cookie/,
  );
  expect(text).not.toMatch(/\bimport\s*\(|\brequire\(/);
});
