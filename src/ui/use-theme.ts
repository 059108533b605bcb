'use client';
import { useSyncExternalStore } from 'react';
import { chooseTheme, type Theme, themeCookie, themeOf } from './theme';

const listeners = new Set<() => void>();
const pattern = new RegExp(`(?:^|; )${themeCookie}=(\\w+)`);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Theme {
  return themeOf(pattern.exec(document.cookie)?.[1]);
}

function choose(theme: Theme): void {
  chooseTheme(theme);
  for (const listener of listeners) listener();
}

/** The reader's choice (`system` until hydrated) and the way to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore<Theme>(subscribe, read, () => 'system'), choose];
}
