'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { matchStroke, nameOfStroke, type Pending } from './shortcut-keys';
import { isApple } from './use-is-apple';

export interface Shortcut {
  /** `j`, `?`, `mod+k`, `shift+e`, or a sequence: `g i`. */
  keys: string;
  /** What it does, in the reader's language, for the sheet behind `?`. */
  label: string;
  /** The heading it stands under on that sheet. */
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Also while the cursor is in a text field. */
  whileTyping?: boolean;
  /** Also while a dialog, a menu or another popup has the keyboard. */
  inDialogs?: boolean;
  /** Fires again while the key is held: moving through a list. */
  repeats?: boolean;
}

type Source = { current: readonly Shortcut[] };

const sources = new Set<Source>();
const listeners = new Set<() => void>();
let listed: readonly Shortcut[] = [];
let pending: Pending | undefined;

function changed(): void {
  listed = [...sources].flatMap((source) => source.current);
  for (const listener of listeners) listener();
}

// A closed Select takes letters too (it jumps to the option); the button of a Picker does not.
const typingPlaces =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox][aria-haspopup=listbox]';
const popups = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox][data-popup]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typingPlaces) !== null;
}

function isInPopup(target: EventTarget | null): boolean {
  if (document.querySelector('[data-modal]') !== null) return true;
  return target instanceof Element && target.closest(popups) !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
  const typing = isTyping(event.target);
  const inPopup = isInPopup(event.target);
  const allowed = [...sources]
    .flatMap((source) => source.current)
    .filter((one) => (one.whileTyping || !typing) && (one.inDialogs || !inPopup))
    .filter((one) => one.repeats || !event.repeat);
  const match = matchStroke(nameOfStroke(event, isApple()), pending, Date.now(), allowed);
  pending = match.kind === 'pending' ? match.pending : undefined;
  if (match.kind === 'none') return;
  event.preventDefault();
  if (match.kind === 'found') match.shortcut.run(event);
}

/**
 * Registers shortcuts while the component is mounted; handlers may change on every render. They never fire while
 * typing or in a popup unless they say so. The latest mounted wins over the same keys of its surroundings.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const source = useRef<readonly Shortcut[]>(shortcuts);
  const shown = shortcuts.map((one) => `${one.keys}\n${one.label}\n${one.group}`).join('\0');

  useEffect(() => {
    source.current = shortcuts;
  });

  useEffect(() => {
    if (sources.size === 0) window.addEventListener('keydown', onKeyDown);
    sources.add(source);
    return () => {
      sources.delete(source);
      if (sources.size === 0) window.removeEventListener('keydown', onKeyDown);
      changed();
    };
  }, []);

  // The list behind `?` changes only when what it shows does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` is the digest of what is listed
  useEffect(changed, [shown]);
}

const none: readonly Shortcut[] = [];

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every shortcut registered right now, in order of registration; for the sheet behind `?` and the palette. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    subscribe,
    () => listed,
    () => none,
  );
}
