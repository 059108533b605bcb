import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from './avatar-hue';

describe('hueOf', () => {
  it('gives the same person the same hue', () => {
    expect(hueOf('0199-a')).toBe(hueOf('0199-a'));
  });

  it('spreads ids that differ only at the end over all hues', () => {
    const counts = new Map<number, number>();
    for (let n = 0; n < 2400; n += 1) {
      const hue = hueOf(`01936f5e-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
      counts.set(hue, (counts.get(hue) ?? 0) + 1);
    }
    expect(counts.size).toBe(12);
    for (const count of counts.values()) expect(count).toBeGreaterThan(120);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Jonas Weber', 'JW'],
    ['Lea & Noah', 'LN'],
    ['Emre Yılmaz', 'EY'],
    ['Søren Kjær Lindqvist', 'SL'],
    ['Hüttenblog', 'H'],
    ['@bergliebe', 'B'],
    ['élodie', 'É'],
    ['(Marta) Seidl 💚', 'MS'],
    ['李小龍', '李'],
    ['𝒥onas', '𝒥'],
    ['💚', '?'],
    ['', '?'],
  ])('%s → %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
