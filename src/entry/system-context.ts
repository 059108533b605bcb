import { notFound } from '@/kernel/errors';
import { newId, type WorkspaceId } from '@/kernel/ids';
import type { Locale } from '@/kernel/vocabulary';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { tenantDb } from '@/platform/db/tenant-db';
import { log } from '@/platform/log/log';
import { offers } from './offers';

/**
 * A context without a person, for work that carries a workspace's stamp: a job, a channel's webhook, the
 * operator's command line. Refuses (`workspace_not_found`) a stamp whose workspace is gone.
 */
export async function systemContext(
  workspaceId: WorkspaceId,
  requestId: string = newId(),
): Promise<TenantContext<null>> {
  const db = tenantDb(workspaceId);
  const [row] = await db.query<{ slug: string; name: string; locale: Locale; time_zone: string }>(
    sql`SELECT slug, name, locale, time_zone FROM workspaces WHERE id = ${workspaceId}`,
  );
  if (!row) throw notFound('workspace_not_found');
  return {
    workspace: {
      id: workspaceId,
      slug: row.slug,
      name: row.name,
      locale: row.locale,
      timeZone: row.time_zone,
    },
    actor: null,
    db,
    now: () => new Date(),
    log: log.child({ requestId, workspaceId }),
    requestId,
    offers: offers(),
  };
}
