import { readFileSync } from 'node:fs';
import type { ChannelAccess } from '@/connectors/contract';

/** What the shared suite needs to know of a connector: how its network signs, and bodies of its own. */
export interface Specimen {
  channel: ChannelAccess;
  /** Absent where the network never calls us. */
  signing?: {
    /** Signed with `secret`, `at` that time. */
    sign(body: Buffer, secret: string, at: Date): Record<string, string>;
    secretName: string;
    /** A secret in the network's form. */
    makeSecret(text: string): string;
    signsTime: boolean;
    /** True where the proof is a shared token, not a signature over the bytes. */
    isToken?: boolean;
  };
  /** Bodies that become a message, its edit and its deletion, where the network tells of these. */
  bodies: { created: string; updated?: string; deleted?: string };
  /** Bodies of about a megabyte that come near to the network's own form: `fill` repeats a piece to that size. */
  junk?(fill: (piece: string) => string): string[];
}

/** A recorded body, read where the project's shared payloads lie. */
export function payload(path: string): string {
  return readFileSync(`../shared/payloads/${path}.json`, 'utf8');
}
