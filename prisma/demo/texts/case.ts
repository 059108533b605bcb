import type { ItemKey } from './nouns';

/**
 * One matter people talk about: everything said in it belongs together, so that answers fit the
 * question. Any setup, problem and ask may follow one another; a peer's answer stands alone.
 */
export interface Case {
  key: string;
  tag: string;
  items: ItemKey[];
  /** Circles whose people raise it more often. */
  circle?: 'repair' | 'hiking';
  /** Raised in private (e-mail, WhatsApp, direct) rather than before everybody. */
  mostlyPrivate?: boolean;
  subject: string[];
  setup: string[];
  problem: string[];
  ask: string[];
  peers: string[];
  /** What the asker asks back, and an answer that fits. */
  exchanges: [string, string][];
  brand: string[];
  /** What the asker reports in the end. */
  solved: string[];
  notes: string[];
}
