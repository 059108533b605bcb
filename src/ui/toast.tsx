'use client';
import { type ReactNode, useSyncExternalStore } from 'react';
import { deferred } from './deferred';

export type ToastTone = 'info' | 'good' | 'bad';

export interface ToastRequest {
  /** What happened, in a sentence: "Conversation resolved". */
  text: string;
  /** What was kept, what to do next. */
  detail?: string;
  tone?: ToastTone;
  /** Undo, retry, open: one action at most. */
  action?: { label: string; run: () => void };
  /** Milliseconds until it goes; 0 stays. Errors stay, the others go after 6 s. */
  timeout?: number;
}

/** One that was asked for, and how to take it back once it shows. */
export interface WaitingToast {
  request: ToastRequest;
  close?: () => void;
}

const waiting = new Set<WaitingToast>();
const listeners = new Set<() => void>();
let show: ((toast: WaitingToast) => () => void) | undefined;
/** What the region shows itself: nothing, the viewport, or bare sentences where the viewport cannot be fetched. */
let stage: 'quiet' | 'needed' | 'cut off' = 'quiet';

/** Shows a toast from anywhere in the browser; returns a function that takes it back. */
export function showToast(request: ToastRequest): () => void {
  const toast: WaitingToast = { request };
  waiting.add(toast);
  fetchViewport();
  pass();
  return () => {
    waiting.delete(toast);
    toast.close?.();
  };
}

/** Without a connection the sentences are shown bare; their buttons come with the viewport, once there is one again. */
function fetchViewport(): void {
  enter(stage === 'quiet' ? 'needed' : stage);
  void viewport.load().then((isHere) => {
    enter(isHere ? 'needed' : 'cut off');
    if (!isHere) window.addEventListener('online', fetchViewport, { once: true });
  });
}

function enter(next: typeof stage): void {
  stage = next;
  for (const listener of listeners) listener();
}

/** Hands over what waits and all that comes to those who show it; returns how to stop. */
export function takeToasts(by: (toast: WaitingToast) => () => void): () => void {
  show = by;
  pass();
  return () => {
    if (show === by) show = undefined;
  };
}

function pass(): void {
  if (!show) return;
  for (const toast of waiting) toast.close = show(toast);
  waiting.clear();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const viewport = deferred(async () => (await import('./toast-viewport')).ToastViewport);

export interface ToastRegionProps {
  /** The name of the cross: "Dismiss". */
  closeLabel: string;
  children?: ReactNode;
}

/**
 * Once, around the app. Its region comes with the first toast and is live: toasts are read out without taking the focus
 * (F6 goes there).
 */
export function ToastRegion({ closeLabel, children }: ToastRegionProps) {
  const now = useSyncExternalStore<typeof stage>(
    subscribe,
    () => stage,
    () => 'quiet',
  );
  const Viewport = viewport.use(now !== 'quiet');
  return (
    <>
      {children}
      {Viewport ? <Viewport closeLabel={closeLabel} /> : null}
      {now === 'cut off' && !Viewport ? <BareToasts /> : null}
    </>
  );
}

function BareToasts() {
  return (
    <div
      role="alert"
      className="floats pointer-events-none fixed inset-x-3 bottom-18 z-70 rounded-r3 px-3.5 py-2.5 text-small font-medium md:inset-x-auto md:right-5 md:bottom-5 md:w-92"
    >
      {[...waiting].slice(-3).map(({ request }) => (
        <p key={request.text}>{request.text}</p>
      ))}
    </div>
  );
}
