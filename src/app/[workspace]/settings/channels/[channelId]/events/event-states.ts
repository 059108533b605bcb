import type { RawEventView } from '@/modules/channels/contract';

export const eventStates = ['pending', 'applied', 'ignored', 'parked'] as const;

/** A state named in the address; undefined for none, or one that does not exist. */
export function stateOf(value: string | undefined): RawEventView['state'] | undefined {
  return eventStates.find((state) => state === value);
}

/** What is searched for, within what a search takes; undefined for too little of it. */
export function searchedIn(value: string | undefined): string | undefined {
  const typed = value?.trim().slice(0, 200) ?? '';
  return typed.length > 1 ? typed : undefined;
}
