import type { VisitorConsent } from '@/kernel/visitor-chat';
import type { PendingMessage } from './conversation';

/** What a browser keeps for one channel. Nothing before consent was given. */
export interface Kept {
  token?: string;
  consent?: VisitorConsent;
  name?: string;
  email?: string;
  /** Of the newest answer that was seen. */
  readAt?: string;
  /** Written here and not known to have arrived. */
  pending?: readonly PendingMessage[];
}

export interface Memory {
  read(): Kept;
  write(changes: Kept): void;
}

/** The page's own storage; where that is blocked or full, as long as the page stays open. */
export function openMemory(key: string): Memory {
  let kept: Kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Kept;
  } catch {
    // Blocked, or something else wrote there.
  }
  return {
    read: () => kept,
    write: (changes) => {
      kept = { ...kept, ...changes };
      try {
        if (kept.consent) localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Blocked or full.
      }
    },
  };
}
