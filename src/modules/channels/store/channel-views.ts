import type { RateLimit } from '@/connectors/contract';
import { env } from '@/platform/env';
import type { ChannelDetail, ChannelSummary } from '../contract';
import type { BudgetView } from '../contract/health';
import { judgeHealth } from '../domain/health';
import { paceOf, takeSlot } from '../domain/pace';
import type { BudgetFacts, ChannelRow } from './channel-rows';

export function webhookUrl(channelId: string): string {
  return `${env().PUBLIC_URL}/api/webhooks/${channelId}`;
}

/** The line that puts a channel's widget on a page. */
export function embedCode(channelId: string): string {
  return `<script src="${env().PUBLIC_URL}/api/chat/${channelId}/widget.js" async></script>`;
}

const iso = (date: Date | null) => date?.toISOString() ?? null;
const date = (text: string | null) => (text === null ? null : new Date(text));

export function toSummary(row: ChannelRow, now: Date): ChannelSummary {
  const { id, name, connector, network, state, stateReason, teamId, expectationMinutes, expectations } = row;
  const health = judgeHealth(healthFacts(row), now);
  return {
    ...{ id, name, connector, network, state, stateReason, teamId, expectationMinutes, expectations },
    settings: row.settings,
    health: {
      state: health.state,
      reasons: health.reasons.map(({ at, ...reason }) => ({
        ...reason,
        ...(at && { at: at.toISOString() }),
      })),
    },
    account: row.account,
    expiresAt: iso(row.expiresAt),
    gap: gapOf(row),
    webhookUrl: webhookUrl(id),
    lastEventAt: iso(row.lastEventAt),
    lastSentAt: iso(row.lastSentAt),
    pending: row.pending,
    parked: row.parked,
    failed: row.failed,
  };
}

/** @param limits as the connector documents them */
export function toMeasured(
  row: ChannelRow,
  limits: readonly RateLimit[] | undefined,
  now: Date,
): ChannelDetail['measured'] {
  return {
    lastEventAt: iso(row.lastEventAt),
    lastSentAt: iso(row.lastSentAt),
    queue: { waiting: row.waiting, lastDueAt: iso(row.lastDueAt) },
    tries: row.tries,
    expiresAt: iso(row.expiresAt),
    refreshAt: iso(row.refreshAt),
    budgets: row.budgets.map((budget) => toBudget(budget, limits, now)),
    gap: gapOf(row),
    pending: row.pending,
    parked: row.parked,
    failed: row.failed,
    refused: { count: row.refusedCount, at: iso(row.refusedAt) },
  };
}

function toBudget(facts: BudgetFacts, limits: readonly RateLimit[] | undefined, now: Date): BudgetView {
  const { scope, remaining, ceiling, reservedTo } = facts;
  const resetsAt = date(facts.resetsAt);
  // A figure of a window that has passed says nothing about this one.
  const isCurrent = resetsAt !== null && resetsAt > now;
  const { at } = takeSlot(
    { remaining, resetsAt, reservedTo: new Date(reservedTo) },
    paceOf(limits, scope),
    now,
  );
  return {
    scope,
    remaining: isCurrent ? remaining : null,
    limit: ceiling,
    resetsAt: isCurrent ? resetsAt.toISOString() : null,
    waitsUntil: at > now ? at.toISOString() : null,
  };
}

function gapOf({ feed }: ChannelRow): ChannelSummary['gap'] {
  const from = date(feed?.gapFrom ?? null);
  if (!feed || !from) return null;
  return { from: from.toISOString(), until: iso(date(feed.gapUntil)), closedAt: iso(date(feed.gapClosedAt)) };
}

function healthFacts(row: ChannelRow): Parameters<typeof judgeHealth>[0] {
  const { feed, tries, budgets } = row;
  const ends = budgets.flatMap(({ remaining, resetsAt }) =>
    remaining === 0 && resetsAt ? [Date.parse(resetsAt)] : [],
  );
  return {
    ...row,
    missingScopes: row.missingScopes.length,
    askingFailures: feed?.failures ?? 0,
    askingReason: feed?.reason ?? null,
    gapFrom: date(feed?.gapFrom ?? null),
    isGapClosed: feed?.gapClosedAt != null,
    tried: tries.send.tried + tries.read.tried,
    triedInVain: tries.send.failed + tries.read.failed,
    spentUntil: ends.length > 0 ? new Date(Math.max(...ends)) : null,
  };
}
