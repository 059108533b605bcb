const DAY_MS = 86_400_000;
/** From this on people are told that the grant ends. */
export const WARNED_DAYS = [1, 7, 14] as const;
/** A few failures in a row are a passing error; more of them are a state. */
const FAILURES_IN_A_ROW = 3;
const FEWEST_TRIES = 5;
const MANY_ERRORS = 0.2;
const LONG_QUEUE_MS = 5 * 60_000;

export interface HealthFacts {
  state: 'connecting' | 'active' | 'paused' | 'needs_reconnect';
  stateReason: string | null;
  expiresAt: Date | null;
  missingScopes: number;
  checkReason: string | null;
  lastEventAt: Date | null;
  /** Of the feed that fetches what is new: failures in a row, the last of them. */
  askingFailures: number;
  askingReason: string | null;
  gapFrom: Date | null;
  isGapClosed: boolean;
  /** Of the last 24 hours. */
  tried: number;
  triedInVain: number;
  parked: number;
  failed: number;
  waiting: number;
  lastDueAt: Date | null;
  /** The end of the latest budget of which nothing is left. */
  spentUntil: Date | null;
  refusedCount: number;
  refusedAt: Date | null;
}

export interface Reason {
  reason: ReasonName;
  count?: number;
  at?: Date;
  detail?: string;
}

type ReasonName =
  | 'paused'
  | 'connection_lost'
  | 'expired'
  | 'expires_soon'
  | 'scopes_missing'
  | 'check_failed'
  | 'asking_fails'
  | 'many_errors'
  | 'gap_open'
  | 'events_parked'
  | 'deliveries_failed'
  | 'queue_waits'
  | 'budget_spent'
  | 'signatures_refused';

export interface Health {
  state: 'healthy' | 'degraded' | 'needs_reconnect' | 'paused';
  reasons: Reason[];
}

/** How a channel does, with every reason behind it: what people decided first, then access, then what comes and goes. */
export function judgeHealth(facts: HealthFacts, now: Date): Health {
  const { state, stateReason } = facts;
  if (state === 'connecting') return { state: 'paused', reasons: [] };
  if (state === 'paused') return { state: 'paused', reasons: [{ reason: 'paused' }, ...lasting(facts)] };
  if (state === 'needs_reconnect') {
    const lost: Reason = { reason: 'connection_lost', ...(stateReason && { detail: stateReason }) };
    return { state, reasons: [lost, ...lasting(facts)] };
  }
  const reasons = [...access(facts, now), ...traffic(facts, now), ...lasting(facts)];
  return { state: reasons.length > 0 ? 'degraded' : 'healthy', reasons };
}

function access({ expiresAt, missingScopes, checkReason }: HealthFacts, now: Date): Reason[] {
  const reasons: Reason[] = [];
  const days = expiresAt && daysLeft(expiresAt, now);
  if (expiresAt && days !== null) {
    if (expiresAt <= now) reasons.push({ reason: 'expired', at: expiresAt });
    else if (days <= WARNED_DAYS[2]) reasons.push({ reason: 'expires_soon', at: expiresAt, count: days });
  }
  if (missingScopes > 0) reasons.push({ reason: 'scopes_missing', count: missingScopes });
  if (checkReason) reasons.push({ reason: 'check_failed', detail: checkReason });
  return reasons;
}

function traffic(facts: HealthFacts, now: Date): Reason[] {
  const reasons: Reason[] = [];
  if (facts.askingFailures >= FAILURES_IN_A_ROW) {
    const { askingReason: detail, askingFailures: count } = facts;
    reasons.push({ reason: 'asking_fails', count, ...(detail && { detail }) });
  }
  const share = facts.tried >= FEWEST_TRIES ? facts.triedInVain / facts.tried : 0;
  if (share >= MANY_ERRORS) reasons.push({ reason: 'many_errors', count: Math.round(share * 100) });
  if (facts.gapFrom && !facts.isGapClosed) reasons.push({ reason: 'gap_open', at: facts.gapFrom });
  if (facts.spentUntil && facts.spentUntil > now)
    reasons.push({ reason: 'budget_spent', at: facts.spentUntil });
  if (facts.lastDueAt && facts.lastDueAt.getTime() - now.getTime() > LONG_QUEUE_MS) {
    reasons.push({ reason: 'queue_waits', count: facts.waiting, at: facts.lastDueAt });
  }
  const { refusedAt, refusedCount, lastEventAt } = facts;
  const isRefusing = refusedAt && now.getTime() - refusedAt.getTime() < DAY_MS;
  if (isRefusing && (!lastEventAt || lastEventAt < refusedAt)) {
    reasons.push({ reason: 'signatures_refused', count: refusedCount, at: refusedAt });
  }
  return reasons;
}

/** What stays until somebody does something about it. */
function lasting({ parked, failed }: HealthFacts): Reason[] {
  return [
    ...(parked > 0 ? [{ reason: 'events_parked' as const, count: parked }] : []),
    ...(failed > 0 ? [{ reason: 'deliveries_failed' as const, count: failed }] : []),
  ];
}

/** Whole days until then, begun ones counted. */
export function daysLeft(expiresAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS));
}

/**
 * The warning that holds now: 14, 7 or 1 days, null while there is time. It is due where it is not the one that was
 * given last; after a renewal the first one is due again.
 */
export function warningAt(expiresAt: Date | null, now: Date): (typeof WARNED_DAYS)[number] | null {
  if (!expiresAt) return null;
  const days = (expiresAt.getTime() - now.getTime()) / DAY_MS;
  return WARNED_DAYS.find((warned) => days <= warned) ?? null;
}
