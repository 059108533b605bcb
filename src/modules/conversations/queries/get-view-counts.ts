import type { MemberContext } from '@/platform/context/context';
import type { ViewCounts } from '../contract';
import { type TallyRow, viewCountsSql } from '../sql/view-counts';

/** Counts of the standard views, and of the open conversations by team and channel; one statement. */
export async function getViewCounts(context: MemberContext): Promise<ViewCounts> {
  const rows = await context.db.query<TallyRow>(viewCountsSql(context.workspace.id, context.actor.memberId));
  const total = (column: 'mine' | 'unassigned' | 'open' | 'pending' | 'snoozed' | 'resolved' | 'overheard') =>
    rows.reduce((sum, row) => sum + row[column], 0);
  const [open, pending, snoozed, resolved] = [
    total('open'),
    total('pending'),
    total('snoozed'),
    total('resolved'),
  ];
  return {
    standard: {
      mine: total('mine'),
      unassigned: total('unassigned'),
      open,
      pending,
      snoozed,
      resolved,
      all: open + pending + snoozed + resolved,
      listening: total('overheard'),
      mentions: rows[0]?.mentions ?? 0,
    },
    channels: openBy(rows, 'channel_id'),
    teams: openBy(rows, 'team_id'),
    unreadMine: rows[0]?.unread_mine ?? 0,
  };
}

function openBy(rows: readonly TallyRow[], column: 'channel_id' | 'team_id'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const id = row[column];
    if (id !== null) counts[id] = (counts[id] ?? 0) + row.open;
  }
  return counts;
}
