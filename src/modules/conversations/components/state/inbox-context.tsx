'use client';
import { createContext, type ReactNode, use, useState } from 'react';
import type { Network, Role } from '@/kernel/vocabulary';
import type { FieldDescription } from '@/modules/predicates/contract';
import { useStore } from './create-store';
import { createInboxStore, type InboxState, type InboxStore, type OpenMenu } from './inbox-state';

export interface ChannelRef {
  id: string;
  name: string;
  network: Network;
}

/** What conditions may be about, by name. */
export type FilterFields = ReadonlyMap<string, FieldDescription>;

export interface InboxFacts {
  workspace: { slug: string; name: string; timeZone: string };
  member: { id: string; name: string; role: Role };
  channels: readonly ChannelRef[];
  fields: FilterFields;
  /** Where the event stream stood before all this was read. */
  since: string;
}

interface InboxContextValue extends InboxFacts {
  store: InboxStore;
}

const InboxContext = createContext<InboxContextValue | null>(null);

/** Who works in which workspace, and what is picked and open, for everything inside the inbox. */
export function InboxProvider({ facts, children }: { facts: InboxFacts; children: ReactNode }) {
  const [store] = useState(createInboxStore);
  return <InboxContext value={{ ...facts, store }}>{children}</InboxContext>;
}

export function useInbox(): InboxContextValue {
  const value = use(InboxContext);
  if (!value) throw new Error('InboxProvider is missing');
  return value;
}

/** One part of what is picked and open. */
export function useInboxState<Part>(select: (state: InboxState) => Part): Part {
  return useStore(useInbox().store, select);
}

/** Whether a menu is open, in the bar of picked conversations or for the one that is open: never in both places. */
export function useMenuOpen(menu: OpenMenu, forMany: boolean): boolean {
  return useInboxState(
    (state) => state.menu === menu && (state.isAllPicked || state.picked.size > 0) === forMany,
  );
}
