'use client';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = 0;

function tick(): void {
  current = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) timer = setInterval(tick, 30_000);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function read(): number {
  const time = Date.now();
  // A stable value between ticks; a fresh one where no ticking keeps it true.
  if (listeners.size === 0 || time - current > 60_000) current = time - (time % 1000);
  return current;
}

const still = () => () => undefined;

/** Milliseconds since the epoch, moving on every half minute: one clock for every time on the screen. */
export function useMinute(running: boolean): number {
  return useSyncExternalStore(running ? subscribe : still, read, read);
}
