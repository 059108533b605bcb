import type { WorkspaceId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { type TenantDb, tenantDb } from '@/platform/db/tenant-db';

export interface DemoWorkspaceDoor {
  db: TenantDb;
  isFinished: boolean;
  /** When loading began: the demo's own "now", kept over a killed load. */
  startedAt: Date;
}

/** The door of the demo loader: a workspace it made before, or the place for a new one under the given id. */
export async function demoWorkspaceDb(slug: string, newId: string): Promise<DemoWorkspaceDoor> {
  const rows = await systemDb('administration').query<{
    workspace_id: string;
    slug: string;
    created_at: Date;
  }>(sql`SELECT workspace_id, slug, created_at FROM system_workspaces()`);
  const known = rows.find((row) => row.slug === slug);
  const db = tenantDb((known?.workspace_id ?? newId) as WorkspaceId);
  if (!known) return { db, isFinished: false, startedAt: new Date() };
  const [state] = await db.query<{ demo: string | null }>(
    sql`SELECT settings->>'demo' AS demo FROM workspaces`,
  );
  // A workspace of that address which a person made is theirs: it is never filled with inventions.
  return { db, isFinished: state?.demo !== 'loading', startedAt: known.created_at };
}
