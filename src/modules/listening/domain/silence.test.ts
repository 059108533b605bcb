import { describe, expect, it } from 'vitest';
import { type Mention, prepareSilence, type SilenceRule } from './silence';

const rule = (given: Partial<SilenceRule>): SilenceRule => ({
  id: 'r',
  author: null,
  words: [],
  network: null,
  language: null,
  ...given,
});
const mention: Mention = {
  text: 'Gewinnspiel! Jetzt mitmachen',
  network: 'mastodon',
  language: 'de-AT',
  authorName: 'Promo Bot',
  authorHandles: ['promo@bots.example'],
};

describe('a rule of silence', () => {
  it.each([
    [{ author: '@Promo@bots.example' }, true],
    [{ author: 'promo bot' }, true],
    [{ author: 'promo' }, false],
    [{ words: ['gewinnspiel', 'rabatt'] }, true],
    [{ words: ['rabatt'] }, false],
    [{ network: 'mastodon' }, true],
    [{ network: 'bluesky' }, false],
    [{ language: 'de' }, true],
    [{ language: 'en' }, false],
    [{ author: 'promo bot', words: ['rabatt'] }, false],
    [{ author: 'promo bot', words: ['gewinnspiel'], network: 'mastodon', language: 'de' }, true],
  ])('%j silences: %s', (given, expected) => {
    expect(prepareSilence([rule(given)])(mention) !== undefined).toBe(expected);
  });

  it('is the first that holds', () => {
    const rules = [rule({ id: 'a', network: 'x' }), rule({ id: 'b', language: 'de' }), rule({ id: 'c' })];
    expect(prepareSilence(rules)(mention)?.id).toBe('b');
  });
});
