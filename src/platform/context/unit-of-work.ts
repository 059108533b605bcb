import { newId } from '@/kernel/ids';
import { join, type Sql, sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { type DomainEvent, recordEvents } from '@/platform/events/event';
import { hintOutbox } from '@/platform/events/hints';
import { enqueueStatement } from '@/platform/jobs/job';
import type { Actor, TenantContext } from './context';
import type { AuditRecord, UseCaseContext } from './use-case';

/**
 * Runs `work` in one transaction and, with it, writes its events, audit lines and jobs in a single flush at the
 * end. Open screens are told only after the commit.
 */
export async function runUnitOfWork<Value, WorkActor extends Actor | null>(
  context: TenantContext<WorkActor>,
  work: (context: UseCaseContext<WorkActor>) => Promise<Value>,
): Promise<Value> {
  const events: DomainEvent[] = [];
  const value = await context.db.transaction(async (tx) => {
    // A serialisation retry or a nested call starts with an empty page.
    events.length = 0;
    const audits: AuditRecord[] = [];
    const jobs: Sql[] = [];
    const result = await work({
      ...context,
      db: tx,
      emit: (...facts) => void events.push(...facts),
      audit: (...records) => void audits.push(...records),
      enqueue: (job, payload, options) =>
        void jobs.push(enqueueStatement(tx.workspaceId, job, payload, options)),
    });
    await writeTrail(tx, context, events, audits, jobs);
    return result;
  });
  if (events.length > 0) hintOutbox();
  return value;
}

async function writeTrail(
  tx: TenantTransaction,
  context: TenantContext,
  events: readonly DomainEvent[],
  audits: readonly AuditRecord[],
  jobs: readonly Sql[],
): Promise<void> {
  const memberId = context.actor?.memberId ?? null;
  const statements = [...jobs];
  if (events.length > 0) statements.push(recordEvents(tx.workspaceId, memberId, events));
  if (audits.length > 0) statements.push(recordAudits(tx.workspaceId, memberId, context.requestId, audits));
  if (statements.length > 0) await tx.pipeline(...statements);
}

function recordAudits(
  workspaceId: string,
  memberId: string | null,
  requestId: string,
  records: readonly AuditRecord[],
) {
  const rows = records.map(
    (
      record,
    ) => sql`(${workspaceId}::uuid, ${newId()}::uuid, ${memberId}::uuid, ${record.action}, ${record.subjectType},
      ${record.subjectId ?? null}::uuid, ${JSON.stringify(record.data ?? {})}::jsonb, ${requestId})`,
  );
  return sql`INSERT INTO audit_entries (workspace_id, id, member_id, action, subject_type, subject_id, data, request_id)
    VALUES ${join(rows)}`;
}
