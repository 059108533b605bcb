import { describe, expect, it } from 'vitest';
import { clearPicked, createInboxStore, pickRange, togglePicked } from './inbox-state';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('picking', () => {
  it('adds, takes away, and ranges from the last one picked, in either direction', () => {
    const store = createInboxStore();
    togglePicked(store, 'd');
    pickRange(store, order, 'b');
    expect([...store.get().picked].sort()).toEqual(['b', 'c', 'd']);
    togglePicked(store, 'c');
    expect(store.get().picked.has('c')).toBe(false);
  });

  it('picks the one where no range has begun, or its begin is no longer shown', () => {
    const store = createInboxStore();
    pickRange(store, order, 'b');
    expect([...store.get().picked]).toEqual(['b']);
    pickRange(store, ['x', 'y'], 'y');
    expect(store.get().picked.has('y')).toBe(true);
    clearPicked(store);
    expect(store.get().picked.size).toBe(0);
  });
});
