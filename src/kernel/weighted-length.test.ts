import { describe, expect, it } from 'vitest';
import { weightedLength } from './weighted-length';

describe('length as X counts it', () => {
  it.each([
    ['Grüße aus Köln – „gern“', 23],
    ['u\u0308', 1],
    ['日本語', 6],
    ['한국', 4],
    ['👩‍👩‍👧‍👦', 2],
    ['🇩🇪!', 3],
    ['1️⃣', 2],
    ['https://example.com/a/very/long/path?with=many&words=in-it#and-more', 23],
    ['Siehe https://a.de/x und http://b.com', 6 + 23 + 5 + 23],
    ['example.com', 23],
    ['www.example.de', 23],
    ['example.de/zelt', 23],
    ['example.de', 10],
    ['z.B. morgen', 11],
    ['mira@example.com', 16],
    ['', 0],
  ])('%s weighs %i', (text, length) => {
    expect(weightedLength(text)).toBe(length);
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['a.', 'a-', 'https://', 'a.com', '👩‍']) {
      const start = performance.now();
      weightedLength(piece.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
