/** A documented limit: so many calls in so many seconds. */
export interface Limit {
  scope: 'send' | 'read';
  count: number;
  perSeconds: number;
}

/** How fast calls may follow one another: `burst` at once after a rest, then one every `intervalMs`. */
export interface Pace {
  intervalMs: number;
  burst: number;
}

/** How much of a limit is used: counted by us, corrected by what the network says. */
export interface BudgetState {
  /** When everything reserved so far will have been used at the pace. */
  reservedTo: Date;
  remaining: number | null;
  resetsAt: Date | null;
}

export interface Slot {
  at: Date;
  state: BudgetState;
}

/** While a network stops us without a documented limit, what waits goes one after the other. */
const CAREFUL: Pace = { intervalMs: 1000, burst: 1 };

/**
 * The pace that keeps every limit of the scope in every window, however it falls: a quarter of a limit may go at
 * once, and the rest of it is spread over its time. Null where the network documents none.
 */
export function paceOf(limits: readonly Limit[] | undefined, scope: Limit['scope']): Pace | null {
  const paces = (limits ?? []).filter((limit) => limit.scope === scope).map(onePace);
  if (paces.length === 0) return null;
  return {
    intervalMs: Math.max(...paces.map(({ intervalMs }) => intervalMs)),
    burst: Math.min(...paces.map(({ burst }) => burst)),
  };
}

function onePace({ count, perSeconds }: Limit): Pace {
  const burst = Math.max(1, Math.floor(count / 4));
  return { burst, intervalMs: Math.ceil((perSeconds * 1000) / (count - burst + 1)) };
}

/** True while the network has said that nothing is left. */
export function isSpent({ remaining, resetsAt }: BudgetState, now: Date): boolean {
  return remaining === 0 && resetsAt !== null && resetsAt > now;
}

/**
 * Takes the next place in line (generic cell rate algorithm, ITU-T I.371): now where there is room, else when there
 * will be. Places never come earlier than those given before.
 */
export function takeSlot(state: BudgetState, pace: Pace | null, now: Date): Slot {
  const { resetsAt, remaining } = state;
  const spent = isSpent(state, now);
  const from = spent && resetsAt ? resetsAt.getTime() : now.getTime();
  const reserved = state.reservedTo.getTime();
  const kept = pace ?? (spent || reserved > from ? CAREFUL : null);
  if (!kept) return { at: now, state: used(state, from) };
  const at = Math.max(from, reserved - (kept.burst - 1) * kept.intervalMs);
  const reservedTo = new Date(Math.max(reserved, at) + kept.intervalMs);
  const isBeforeReset = remaining !== null && resetsAt !== null && at < resetsAt.getTime();
  return { at: new Date(at), state: { ...(isBeforeReset ? used(state, at) : state), reservedTo } };
}

function used(state: BudgetState, at: number): BudgetState {
  const { remaining, resetsAt } = state;
  if (remaining === null || resetsAt === null || at >= resetsAt.getTime()) return state;
  return { ...state, remaining: Math.max(0, remaining - 1) };
}

/** What the network said; once nothing is left, everything waits for the reset and then goes without a burst. */
export function correct(
  state: BudgetState,
  pace: Pace | null,
  said: { remaining: number; resetsAt: Date },
): BudgetState {
  const corrected = { ...state, ...said };
  if (said.remaining > 0) return corrected;
  const { burst, intervalMs } = pace ?? CAREFUL;
  const atLeast = said.resetsAt.getTime() + (burst - 1) * intervalMs;
  return { ...corrected, reservedTo: new Date(Math.max(state.reservedTo.getTime(), atLeast)) };
}
