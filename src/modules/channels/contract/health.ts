import { z } from 'zod';

const id = z.uuid();
const instant = z.iso.datetime();

export const healthStates = ['healthy', 'degraded', 'needs_reconnect', 'paused'] as const;
export type HealthState = (typeof healthStates)[number];

/** Words under `channels.healthReasons.<reason>`, with `count` and `at` where they are given. */
export const healthReasons = [
  'paused',
  'connection_lost',
  'expired',
  'expires_soon',
  'scopes_missing',
  'check_failed',
  'asking_fails',
  'many_errors',
  'gap_open',
  'events_parked',
  'deliveries_failed',
  'queue_waits',
  'budget_spent',
  'signatures_refused',
] as const;

export const healthReason = z.strictObject({
  reason: z.enum(healthReasons),
  /** How many, or per cent for `many_errors`. */
  count: z.number().int().optional(),
  /** When it was, or when it ends. */
  at: instant.optional(),
  /** The network's or connector's own reason: a key under `ingest.delivery` or `ingest`. */
  detail: z.string().optional(),
});

/** Tries of the last 24 hours. */
export const tryCounts = z.strictObject({ tried: z.number().int(), failed: z.number().int() });

export const budgetView = z.strictObject({
  scope: z.enum(['send', 'read']),
  /** What the network said last; null where it says nothing. */
  remaining: z.number().int().nullable(),
  limit: z.number().int().nullable(),
  resetsAt: instant.nullable(),
  /** What goes next has to wait until then; null where it goes at once. */
  waitsUntil: instant.nullable(),
});
export type BudgetView = z.infer<typeof budgetView>;

export const gapView = z.strictObject({
  from: instant,
  until: instant.nullable(),
  closedAt: instant.nullable(),
});

export const channelHealth = z.strictObject({
  state: z.enum(healthStates),
  reasons: z.array(healthReason),
  lastEventAt: instant.nullable(),
  lastSentAt: instant.nullable(),
  /** Replies on their way, and when the last of them goes out. */
  queue: z.strictObject({ waiting: z.number().int(), lastDueAt: instant.nullable() }),
  tries: z.strictObject({ send: tryCounts, read: tryCounts }),
  /** When the grant itself ends; by when we renew access ourselves. */
  expiresAt: instant.nullable(),
  refreshAt: instant.nullable(),
  budgets: z.array(budgetView),
  gap: gapView.nullable(),
  pending: z.number().int(),
  parked: z.number().int(),
  failed: z.number().int(),
  /** Wrong signatures counted so far, and the last of them. */
  refused: z.strictObject({ count: z.number().int(), at: instant.nullable() }),
});

export const warningKinds = ['expiring', 'needs_reconnect', 'gap', 'parked'] as const;
/** What a banner tells the admins of; words under `warnings.<kind>`. */
export const channelWarning = z.strictObject({
  kind: z.enum(warningKinds),
  channelId: id,
  name: z.string(),
  network: z.string(),
  /** Whole days left for `expiring`, events for `parked`. */
  count: z.number().int().optional(),
  /** The end of the grant, the beginning of the gap. */
  at: instant.optional(),
});
export type ChannelWarning = z.infer<typeof channelWarning>;
export const channelWarningList = z.strictObject({ data: z.array(channelWarning), nextCursor: z.null() });
