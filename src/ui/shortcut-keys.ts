/** Pure rules of the keyboard: what a stroke is called, which shortcut a run of strokes means, how it is printed. */

export interface Stroke {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Milliseconds in which the second key of a sequence (`g` then `i`) must come. */
export const sequenceTimeout = 1200;

/**
 * The name of one stroke: `j`, `?`, `mod+k`, `shift+e`, `Escape`. `mod` is ⌘ on Apple machines, Ctrl elsewhere.
 * Shift is named only with letters and named keys: `?` is already `?`.
 */
export function nameOfStroke(stroke: Stroke, apple: boolean): string {
  const letter = /^\p{L}$/u.test(stroke.key);
  const key = letter ? stroke.key.toLowerCase() : stroke.key === ' ' ? 'Space' : stroke.key;
  const mod = apple ? stroke.metaKey : stroke.ctrlKey;
  const other = apple ? stroke.ctrlKey : stroke.metaKey;
  const parts: string[] = [];
  if (mod) parts.push('mod');
  if (other) parts.push(apple ? 'ctrl' : 'meta');
  if (stroke.altKey && (letter || key.length > 1)) parts.push('alt');
  if (stroke.shiftKey && (letter || key.length > 1)) parts.push('shift');
  return [...parts, key].join('+');
}

/** `'g i'` is two strokes, `'mod+k'` one. */
export function strokesOf(keys: string): string[] {
  return keys.trim().split(/\s+/);
}

export interface Pending {
  strokes: readonly string[];
  /** Milliseconds since the epoch of the last stroke. */
  at: number;
}

export type Match<Shortcut> =
  | { kind: 'none' }
  | { kind: 'pending'; pending: Pending }
  | { kind: 'found'; shortcut: Shortcut };

/**
 * Decides what a stroke means after those already made. The latest registered shortcut wins, so that a
 * screen can override its frame. An unfinished sequence that does not fit is dropped and the stroke is read afresh.
 */
export function matchStroke<Shortcut extends { keys: string }>(
  stroke: string,
  pending: Pending | undefined,
  now: number,
  shortcuts: readonly Shortcut[],
): Match<Shortcut> {
  const before = pending && now - pending.at <= sequenceTimeout ? pending.strokes : [];
  const made = [...before, stroke];
  const fitting = shortcuts.filter((one) => startsWith(strokesOf(one.keys), made));
  const exact = fitting.findLast((one) => strokesOf(one.keys).length === made.length);
  if (exact) return { kind: 'found', shortcut: exact };
  if (fitting.length > 0) return { kind: 'pending', pending: { strokes: made, at: now } };
  return before.length > 0 ? matchStroke(stroke, undefined, now, shortcuts) : { kind: 'none' };
}

function startsWith(whole: readonly string[], start: readonly string[]): boolean {
  return start.every((stroke, place) => whole[place] === stroke);
}

const appleNames: Record<string, string> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' };
const otherNames: Record<string, string> = { mod: 'Ctrl', meta: 'Meta', alt: 'Alt', shift: '⇧' };
const keyNames: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Tab: '⇥',
};

/** How keys are printed: one list per stroke, `'mod+k'` → `[['⌘', 'K']]`. */
export function describeKeys(keys: string, apple: boolean): string[][] {
  const names = apple ? appleNames : otherNames;
  return strokesOf(keys).map((stroke) =>
    (stroke === '+' ? ['+'] : stroke.split('+')).map(
      (part) => names[part] ?? keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part),
    ),
  );
}

/** The value of `aria-keyshortcuts` for one stroke; sequences cannot be expressed there and give undefined. */
export function ariaKeys(keys: string, apple: boolean): string | undefined {
  const strokes = strokesOf(keys);
  const only = strokes[0];
  if (strokes.length !== 1 || only === undefined) return undefined;
  return only
    .replace('mod', apple ? 'Meta' : 'Control')
    .replace('shift', 'Shift')
    .replace('alt', 'Alt');
}
