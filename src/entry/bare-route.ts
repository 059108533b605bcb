import { isUuid, type WorkspaceId } from '@/kernel/ids';
import { type Sql, sql } from '@/platform/db/sql';
import { tenantDb } from '@/platform/db/tenant-db';
import { env } from '@/platform/env';

/**
 * What the benchmark holds our routes against: one statement through the same pool, and nothing else. Answers
 * only in a process started with BENCH_WORKSPACE, and only with ids of that workspace; 404 everywhere else.
 */
export async function bareRoute(request: Request): Promise<Response> {
  const { BENCH_WORKSPACE } = env();
  if (!BENCH_WORKSPACE) return new Response(null, { status: 404 });
  const id = new URL(request.url).searchParams.get('id');
  const statement = isUuid(id) ? lookupOf(BENCH_WORKSPACE, id) : pageOf(BENCH_WORKSPACE);
  // Named by the operator who started this process for a measurement.
  return Response.json({ data: await tenantDb(BENCH_WORKSPACE as WorkspaceId).query(statement) });
}

/** Plan: 25 steps of conversations_newest. */
function pageOf(workspaceId: string): Sql {
  return sql`SELECT id, preview, status, priority, assignee_id, last_message_at FROM conversations
    WHERE workspace_id = ${workspaceId}::uuid AND status = 'open' ORDER BY last_message_at DESC, id DESC LIMIT 25`;
}

/** Plan: primary key. */
function lookupOf(workspaceId: string, id: string): Sql {
  return sql`SELECT id, preview, status, priority, assignee_id, last_message_at FROM conversations
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`;
}
