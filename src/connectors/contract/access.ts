/** Opened secrets by name, the newest first; several values where a rotation keeps two alive. */
export type ChannelSecrets = Readonly<Record<string, readonly string[] | undefined>>;

export interface ChannelAccess {
  id: string;
  settings: Readonly<Record<string, unknown>>;
  secrets: ChannelSecrets;
}

/** What passes is tried again and is never called a revocation; what lasts is not tried for ever. */
export type Refusal =
  | { outcome: 'retry'; reason: string; retryAfter?: number; detail?: string }
  | { outcome: 'failed'; reason: string; needsReconnect?: boolean; detail?: string };
