import type { ConversationSummary } from '../../contract';
import type { InboxAddress } from '../address/inbox-address';

/**
 * Whether a row still belongs to the list it stands in, as far as that can be told without the server: what one
 * has just resolved leaves at once. Saved views and filters by status are left to the server.
 */
export function belongs(
  row: Pick<ConversationSummary, 'status' | 'assignee'>,
  { view, filters }: Pick<InboxAddress, 'view' | 'filters'>,
  memberId: string,
): boolean {
  if (filters.status || filters.q) return true;
  switch (view) {
    case 'open':
      return row.status === 'open';
    case 'mine':
      return row.status === 'open' && row.assignee?.id === memberId;
    case 'unassigned':
      return row.status === 'open' && row.assignee === null;
    case 'pending':
    case 'snoozed':
    case 'resolved':
      return row.status === view;
    case 'listening':
      return row.status === 'overheard';
    default:
      return true;
  }
}
