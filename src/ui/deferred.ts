'use client';
import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

export interface Deferred<Props> {
  /** Fetches it, once, and says whether it is here; a fetch that failed is tried again at the next call. */
  load: () => Promise<boolean>;
  /** The component once it is here and wanted, before that undefined; never on the server. */
  use: (isWanted: boolean) => ComponentType<Props> | undefined;
}

/**
 * A component that is fetched when somebody is about to need it. Other than with `lazy` nothing suspends, what is
 * already here shows in the same render, and a failed fetch is not remembered.
 */
export function deferred<Props>(fetch: () => Promise<ComponentType<Props>>): Deferred<Props> {
  let loaded: ComponentType<Props> | undefined;
  let underWay: Promise<boolean> | undefined;
  const listeners = new Set<() => void>();

  const load = () => {
    underWay ??= fetch().then(
      (component) => {
        loaded = component;
        for (const listener of listeners) listener();
        return true;
      },
      () => {
        underWay = undefined;
        return false;
      },
    );
    return underWay;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const use = (isWanted: boolean) => {
    useEffect(() => {
      if (isWanted) void load();
    }, [isWanted]);
    return useSyncExternalStore(
      subscribe,
      () => (isWanted ? loaded : undefined),
      () => undefined,
    );
  };
  return { load, use };
}
