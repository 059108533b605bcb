import { type InboxAddress, parseAddress, writeAddress } from './inbox-address';

/** `push` makes a step Back returns from, `replace` none; `soon` is a replace that waits until keys rest. */
export type HistoryStep = 'push' | 'replace' | 'soon';

export interface AddressStore {
  get: () => InboxAddress;
  subscribe: (listener: () => void) => () => void;
  go: (change: Partial<InboxAddress>, step?: HistoryStep) => void;
  /** Follows Back and Forward while mounted. */
  follow: () => () => void;
}

/** Browsers refuse more than about 100 history entries in 30 s: a held `j` writes once it rests. */
const REST_MS = 180;

/** The address as state first and URL second: a key answers before the browser has written anything. */
export function createAddressStore(initial: InboxAddress): AddressStore {
  let current = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const show = (next: InboxAddress) => {
    current = next;
    for (const listener of listeners) listener();
  };

  const write = (step: 'push' | 'replace') => {
    clearTimeout(timer);
    const url = `${window.location.pathname}${writeAddress(current)}`;
    if (url === `${window.location.pathname}${window.location.search}`) return;
    if (step === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  };

  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go: (change, step = 'push') => {
      show({ ...current, ...change });
      if (step !== 'soon') return write(step);
      clearTimeout(timer);
      timer = setTimeout(() => write('replace'), REST_MS);
    },
    follow: () => {
      const onPopState = () => show(parseAddress(new URLSearchParams(window.location.search)));
      window.addEventListener('popstate', onPopState);
      return () => {
        clearTimeout(timer);
        window.removeEventListener('popstate', onPopState);
      };
    },
  };
}
