import { describe, expect, it } from 'vitest';
import { ariaKeys, describeKeys, matchStroke, nameOfStroke, sequenceTimeout } from './shortcut-keys';

const bare = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false };

describe('nameOfStroke', () => {
  it.each([
    [{ ...bare, key: 'j' }, false, 'j'],
    [{ ...bare, key: '?', shiftKey: true }, false, '?'],
    [{ ...bare, key: 'E', shiftKey: true }, false, 'shift+e'],
    [{ ...bare, key: 'k', ctrlKey: true }, false, 'mod+k'],
    [{ ...bare, key: 'k', metaKey: true }, true, 'mod+k'],
    [{ ...bare, key: 'k', ctrlKey: true }, true, 'ctrl+k'],
    [{ ...bare, key: 'k', metaKey: true }, false, 'meta+k'],
    [{ ...bare, key: 'Enter', ctrlKey: true, shiftKey: true }, false, 'mod+shift+Enter'],
    [{ ...bare, key: ' ' }, false, 'Space'],
  ])('%o', (stroke, apple, name) => {
    expect(nameOfStroke(stroke, apple)).toBe(name);
  });
});

describe('matchStroke', () => {
  const inbox = { keys: 'g i' };
  const contacts = { keys: 'g c' };
  const move = { keys: 'j' };
  const ids = { keys: 'i' };
  const all = [inbox, contacts, move, ids];

  it('finds a single key at once', () => {
    expect(matchStroke('j', undefined, 0, all)).toEqual({ kind: 'found', shortcut: move });
  });

  it('waits for the second key of a sequence', () => {
    const first = matchStroke('g', undefined, 0, all);
    expect(first.kind).toBe('pending');
    if (first.kind !== 'pending') return;
    expect(matchStroke('i', first.pending, 100, all)).toEqual({ kind: 'found', shortcut: inbox });
  });

  it('reads the second key afresh when it comes too late or does not fit', () => {
    const pending = { strokes: ['g'], at: 0 };
    expect(matchStroke('i', pending, sequenceTimeout + 1, all)).toEqual({ kind: 'found', shortcut: ids });
    expect(matchStroke('j', pending, 10, all)).toEqual({ kind: 'found', shortcut: move });
    expect(matchStroke('q', pending, 10, all)).toEqual({ kind: 'none' });
  });

  it('lets the latest registered win', () => {
    const own = { keys: 'j' };
    expect(matchStroke('j', undefined, 0, [...all, own])).toEqual({ kind: 'found', shortcut: own });
  });
});

describe('how keys are shown', () => {
  it('prints what the keyboard prints', () => {
    expect(describeKeys('mod+k', true)).toEqual([['⌘', 'K']]);
    expect(describeKeys('mod+k', false)).toEqual([['Ctrl', 'K']]);
    expect(describeKeys('g i', false)).toEqual([['G'], ['I']]);
    expect(describeKeys('mod+Enter', true)).toEqual([['⌘', '↵']]);
  });

  it('names single strokes for assistive technology', () => {
    expect(ariaKeys('mod+k', false)).toBe('Control+k');
    expect(ariaKeys('g i', false)).toBeUndefined();
  });
});
