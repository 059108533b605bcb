import { describe, expect, it } from 'vitest';
import { fillReply } from './fill-reply';
import { lengthIn } from './text-length';
import { replaceWord, typedWord } from './typed-word';

describe('lengthIn', () => {
  it('counts as the network does', () => {
    const family = '👨‍👩‍👧 ü';
    expect(lengthIn('graphemes', family)).toBe(3);
    expect(lengthIn('characters', family)).toBe(7);
    expect(lengthIn('bytes', family)).toBe(21);
  });
});

describe('typedWord', () => {
  it('finds what is being typed, and only at the start of a word', () => {
    expect(typedWord('Hallo @Mir', 10, '@')).toEqual({ query: 'Mir', start: 6, end: 10 });
    expect(typedWord('@Mira Kel', 9, '@')?.query).toBe('Mira Kel');
    expect(typedWord('a@b', 3, '@')).toBeNull();
    expect(typedWord('@Mira bitte schau', 17, '@')).toBeNull();
    expect(typedWord('/danke', 6, '/')?.query).toBe('danke');
    expect(typedWord('und/oder', 8, '/')).toBeNull();
    expect(replaceWord('Hallo @Mir!', { start: 6, end: 10 }, '@Mira Keller ')).toEqual({
      text: 'Hallo @Mira Keller !',
      cursor: 19,
    });
  });
});

describe('fillReply', () => {
  const facts = { contactName: 'Jonas Weber', memberName: 'Mira Keller', workspaceName: 'Nordlicht' };
  it('fills what is known, leaves no gap for who is not', () => {
    const text =
      'Hallo {{contact.first_name}}, danke! {{ member.first_name }} ({{ member.name }}), {{workspace.name}} {{x.y}}';
    expect(fillReply(text, facts)).toBe('Hallo Jonas, danke! Mira (Mira Keller), Nordlicht {{x.y}}');
    expect(fillReply('Hallo {{contact.name}},', { ...facts, contactName: null })).toBe('Hallo,');
  });
});
