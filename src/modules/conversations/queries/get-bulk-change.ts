import type { MemberContext } from '@/platform/context/context';
import type { BulkProgress } from '../contract';
import { findProgress } from '../store/bulk-changes';

/** How far one's own change has come. @throws bulk_change_not_found */
export function getBulkChange(
  { db, actor }: MemberContext,
  { bulkChangeId }: { bulkChangeId: string },
): Promise<BulkProgress> {
  return findProgress(db, bulkChangeId, actor.memberId);
}
