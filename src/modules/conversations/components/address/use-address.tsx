'use client';
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { type AddressStore, createAddressStore } from './address-store';
import type { InboxAddress } from './inbox-address';

const StoreContext = createContext<AddressStore | null>(null);

/** Holds the inbox's address for everything inside it. */
export function AddressProvider({ initial, children }: { initial: InboxAddress; children: ReactNode }) {
  const [store] = useState(() => createAddressStore(initial));
  useEffect(() => store.follow(), [store]);
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The store itself, for event handlers that read the address when they run. */
export function useAddressStore(): AddressStore {
  const store = use(StoreContext);
  if (!store) throw new Error('AddressProvider is missing');
  return store;
}

/** One part of the address; renders again only when that part changes. */
export function useAddress<Part>(select: (address: InboxAddress) => Part): Part {
  const store = useAddressStore();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
