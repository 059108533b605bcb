import type { Refusal } from './access';

export interface PollRequest {
  /** What the last answer gave, JSON; undefined the first time: then only what is new from now on, unless `since`. */
  cursor: unknown;
  /** A backfill: everything newer than this, page by page. It has a cursor of its own. */
  since?: Date;
  /** Words, phrases and hashtags (`#word`) the workspace listens for, for networks that can search. */
  terms: readonly string[];
  /** Events wanted in one answer, at most. */
  limit: number;
}

export interface PolledEvent {
  /** Names this version: stored once by it, so that asking twice changes nothing (`<id>` or `<id>@<version>`). */
  externalId: string;
  /** What `parseInbound` takes: the network's own JSON or bytes, wrapped where its kind must be told apart. */
  body: Uint8Array;
  /** Files that came with it, kept before it is stored; attachments name them by `fileKey`. */
  files?: readonly PolledFile[];
}

export interface PolledFile {
  /** Names it within the channel, the same each time it is fetched. */
  key: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface Budget {
  scope: 'send' | 'read';
  remaining: number;
  limit?: number;
  resetsAt: Date;
}

export type PollOutcome =
  | {
      outcome: 'polled';
      events: readonly PolledEvent[];
      /** JSON; kept in the transaction that stores the events. */
      cursor: unknown;
      /** More is there to be fetched at once. */
      hasMore: boolean;
      /** Seconds until the next asking where the network wants it slower (back-off, a feed's own pace). */
      pauseSeconds?: number;
      budgets?: readonly Budget[];
      /** Of a backfill, where it can be told: part done, 0–1. */
      progress?: number;
    }
  | Refusal;
