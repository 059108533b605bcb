import { describe, expect, it } from 'vitest';
import { linkOf, storyOf } from './story';

const post = (text: string, quotedText: string | null = null) => ({ text, quotedText, conversationId: 'c1' });

describe('a story', () => {
  it.each([
    ['Lest das: https://www.blatt.example/zelt/?utm_source=x.', 'link:blatt.example/zelt'],
    ['http://blatt.example/zelt#oben', 'link:blatt.example/zelt'],
    ['(https://blatt.example/a?id=7&fbclid=9)', 'link:blatt.example/a?id=7'],
    ['ohne Adresse', 'conversation:c1'],
    ['https://', 'conversation:c1'],
  ])('%s is %s', (text, key) => {
    expect(storyOf(post(text))).toBe(key);
  });

  it('is what was quoted, where the post names nothing itself', () => {
    expect(storyOf(post('Wow', 'https://blatt.example/zelt'))).toBe('link:blatt.example/zelt');
    expect(linkOf('link:blatt.example/zelt')).toBe('blatt.example/zelt');
    expect(linkOf('conversation:c1')).toBeNull();
  });
});
