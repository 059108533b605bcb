import type { RawEventView } from '@/modules/channels/contract';

export const eventStates = ['pending', 'applied', 'ignored', 'parked'] as const;

/** A state named in the address; undefined for none, or one that does not exist. */
export function stateOf(value: string | undefined): RawEventView['state'] | undefined {
  return eventStates.find((state) => state === value);
}
