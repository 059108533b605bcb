'use client';
import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** Whether the reader's keyboard prints ⌘; false on the server and until hydrated. */
export function useIsApple(): boolean {
  return useSyncExternalStore(subscribe, isApple, () => false);
}

/** The same for event handlers. */
export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}
