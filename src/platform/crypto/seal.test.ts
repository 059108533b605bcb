import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyIdOf, rewrap, seal, unseal } from './seal';

const place = { workspaceId: 'w1', column: 'channel_secrets.sealed', recordId: 'r1' };
const older = { id: '2025', key: randomBytes(32) };
const newer = { id: '2026', key: randomBytes(32) };

describe('seal', () => {
  it('gives back what was sealed, and never the same bytes twice', () => {
    const first = seal('whsec_ü', place, [older]);
    expect(unseal(first, place, [older])).toBe('whsec_ü');
    expect(first.equals(seal('whsec_ü', place, [older]))).toBe(false);
  });

  it.each([
    ['another workspace', { ...place, workspaceId: 'w2' }],
    ['another column', { ...place, column: 'users.password_hash' }],
    ['another record', { ...place, recordId: 'r2' }],
  ])('does not open in %s', (_, elsewhere) => {
    expect(() => unseal(seal('secret', place, [older]), elsewhere, [older])).toThrow();
  });

  it('does not open after a change to any one byte', () => {
    const sealed = seal('secret', place, [older]);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(changed, place, [older]), `byte ${at}`).toThrow();
    }
  });

  it('rotates by wrapping the key anew', () => {
    const sealed = seal('secret', place, [older]);
    const rotated = rewrap(sealed, place, [newer, older]);
    expect(keyIdOf(rotated)).toBe('2026');
    expect(unseal(rotated, place, [newer])).toBe('secret');
    expect(() => unseal(sealed, place, [newer])).toThrow(/2025/);
  });
});
