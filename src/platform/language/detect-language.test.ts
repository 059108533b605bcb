import { expect, test } from 'vitest';
import { languageDetector } from './detect-language';
import { samples } from './language-samples';

const expected = ['de', 'en'];

test('the language of at least 98 of 100 sample messages is told', async () => {
  const detect = await languageDetector();
  const misses = samples.flatMap(([language, text, hints]) => {
    const told = detect(text, { expected, ...hints }).language;
    return told === language ? [] : `${told} instead of ${language}: ${text}`;
  });
  if (misses.length > 0) process.stdout.write(`${misses.join('\n')}\n`);
  expect(samples.length).toBeGreaterThanOrEqual(120);
  expect(1 - misses.length / samples.length).toBeGreaterThanOrEqual(0.98);
});

test('a message of 100,000 characters is told by its beginning', async () => {
  const detect = await languageDetector();
  const long = 'Ich warte seit drei Wochen auf eine Antwort von euch. '.repeat(2000);
  const startedAt = performance.now();
  expect(detect(long, { expected })).toEqual({ language: 'de', isClear: true });
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test('what is taken from the hints is not called clear', async () => {
  const detect = await languageDetector();
  expect(detect('👍', { expected, conversation: 'de' })).toEqual({ language: 'de', isClear: false });
  expect(detect('Vielen Dank', { expected, conversation: 'en' })).toEqual({ language: 'de', isClear: true });
});
