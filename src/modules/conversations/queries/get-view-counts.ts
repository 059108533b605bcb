import type { MemberContext } from '@/platform/context/context';
import type { ViewCounts } from '../contract';
import { ownCountsSql, type TallyRow, viewTalliesSql } from '../sql/view-counts';

const none = { mine: 0, unassigned: 0, open: 0, pending: 0, snoozed: 0, resolved: 0 };

/** Counts of the standard views, and of the open conversations by team and channel; one flush of two statements. */
export async function getViewCounts(context: MemberContext): Promise<ViewCounts> {
  const { memberId } = context.actor;
  const [tallies, own] = await context.db.pipeline<[TallyRow[], { mentions: number; unread_mine: number }[]]>(
    viewTalliesSql(context.workspace.id, memberId),
    ownCountsSql(context.workspace.id, memberId),
  );
  const { mine, unassigned, open, pending, snoozed, resolved } =
    tallies.find(({ level }) => level === 0) ?? none;
  return {
    standard: {
      mine,
      unassigned,
      open,
      pending,
      snoozed,
      resolved,
      all: open + pending + snoozed + resolved,
      mentions: own[0]?.mentions ?? 0,
    },
    channels: openBy(tallies, 1, 'channel_id'),
    teams: openBy(tallies, 2, 'team_id'),
    unreadMine: own[0]?.unread_mine ?? 0,
  };
}

function openBy(tallies: readonly TallyRow[], level: number, column: 'channel_id' | 'team_id') {
  return Object.fromEntries(
    tallies.flatMap((row) => (row.level === level && row[column] !== null ? [[row[column], row.open]] : [])),
  );
}
