import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitorMessage } from '@/kernel/visitor-chat';
import { inkOn } from './accent';
import { countUnread, shownMessages, stillPending } from './conversation';
import { textParts } from './text-parts';
import { chooseLanguage, fill } from './words';

describe('a text', () => {
  it('has its web addresses told apart, and nothing else', () => {
    expect(textParts('Siehe https://shop.example/zelte?a=1#b. Gut?')).toEqual([
      { text: 'Siehe ' },
      { text: 'https://shop.example/zelte?a=1#b', href: 'https://shop.example/zelte?a=1#b' },
      { text: '. Gut?' },
    ]);
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      '<a href="x">',
      'xhttps://a.example',
      '',
    ]) {
      expect(textParts(text).every(({ href }) => href === undefined)).toBe(true);
    }
  });

  it('stays whole, and leads to http and https alone', () => {
    const piece = fc.constantFrom(
      'https://',
      'http://',
      'javascript:',
      'a.example',
      '/x',
      ' ',
      '"',
      '<b>',
      ').',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const text = pieces.join('');
        const parts = textParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { href } of parts) if (href) expect(['http:', 'https:']).toContain(new URL(href).protocol);
      }),
    );
  });
});

describe('the conversation', () => {
  const message = (id: string, from: VisitorMessage['from'], sentAt: string): VisitorMessage => ({
    id,
    from,
    sentAt,
    author: null,
    text: id,
    isEdited: false,
    isDeleted: false,
  });
  const known = [message('a', 'visitor', '2026-11-22T10:00'), message('b', 'team', '2026-11-22T10:01')];
  const pending = [
    { id: 'a', text: 'a', at: '2026-11-22T10:00', state: 'sent' as const },
    { id: 'c', text: 'c', at: '2026-11-22T10:02', state: 'failed' as const },
  ];

  it('shows what was written here until it has arrived, once', () => {
    expect(stillPending(known, pending).map(({ id }) => id)).toEqual(['c']);
    expect(shownMessages(known, pending).map(({ id, state }) => [id, state])).toEqual([
      ['a', null],
      ['b', null],
      ['c', 'failed'],
    ]);
  });

  it('counts the answers nobody has seen', () => {
    expect(countUnread(known, undefined)).toBe(1);
    expect(countUnread(known, '2026-11-22T10:01')).toBe(0);
    expect(countUnread([{ ...message('b', 'team', 'x'), isDeleted: true }], undefined)).toBe(0);
  });
});

it('speaks the language of the page, else of the browser', () => {
  expect(chooseLanguage('de-AT', 'en')).toBe('de');
  expect(chooseLanguage('', 'de-DE')).toBe('de');
  expect(chooseLanguage('fr', 'de')).toBe('en');
  expect(fill('{a} und {b}', { a: 1, b: 'x' })).toBe('1 und x');
});

it('writes on every accent with a contrast of at least 4.5', () => {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const color = `#${value.toString(16).padStart(6, '0')}`;
      const [dark = 0, light = 0] = [luminance(color), luminance(inkOn(color))].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
