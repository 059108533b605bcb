import { toPage } from '@/kernel/pagination';
import type { ThreadPage } from '../contract';
import { type ChangeRow, type MessageRow, toChange, toMessage } from './message-row';

/** Rows come newest first, one more than shown; a page reads oldest first. */
export function toThreadPage(
  messages: readonly MessageRow[],
  changes: readonly ChangeRow[],
  limit: number,
  slug: string,
): ThreadPage {
  const page = toPage(messages, limit, (row) => [row.sent_at.toISOString(), row.id]);
  return {
    data: page.data.map((row) => toMessage(row, slug)).reverse(),
    changes: changes.map(toChange).reverse(),
    nextCursor: page.nextCursor,
  };
}
