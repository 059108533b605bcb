'use client';
import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

export interface Deferred<Props> {
  /** Fetches it, once; a fetch that failed is tried again at the next call. */
  load: () => void;
  /** The component once it is here and wanted, before that undefined; never on the server. */
  use: (isWanted: boolean) => ComponentType<Props> | undefined;
}

/**
 * A component that is fetched when somebody is about to need it. Other than with `lazy` nothing suspends, what is
 * already here shows in the same render, and a failed fetch is not remembered.
 */
export function deferred<Props>(fetch: () => Promise<ComponentType<Props>>): Deferred<Props> {
  let loaded: ComponentType<Props> | undefined;
  let isUnderWay = false;
  const listeners = new Set<() => void>();

  const load = () => {
    if (isUnderWay) return;
    isUnderWay = true;
    fetch().then(
      (component) => {
        loaded = component;
        for (const listener of listeners) listener();
      },
      () => {
        isUnderWay = false;
      },
    );
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const use = (isWanted: boolean) => {
    useEffect(() => {
      if (isWanted) load();
    }, [isWanted]);
    return useSyncExternalStore(
      subscribe,
      () => (isWanted ? loaded : undefined),
      () => undefined,
    );
  };
  return { load, use };
}
