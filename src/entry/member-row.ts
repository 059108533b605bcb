import type { MemberId, UserId, WorkspaceId } from '@/kernel/ids';
import type { Locale, Role } from '@/kernel/vocabulary';
import type { Actor, MemberContext, WorkspaceFacts } from '@/platform/context/context';
import { type Sql, sql } from '@/platform/db/sql';
import { tenantDb } from '@/platform/db/tenant-db';
import { log } from '@/platform/log/log';
import { offers } from './offers';

export interface MembershipColumns {
  workspace_id: string | null;
  slug: string;
  workspace_name: string;
  workspace_locale: string;
  time_zone: string;
  member_id: string;
  role: string;
  display_name: string;
}

export interface SessionRow extends MembershipColumns {
  user_id: string;
  email: string;
  user_name: string;
  user_locale: string | null;
  theme: string;
}

/** What session and membership are now: no row where the session has ended, nulls where they are no member. */
export function sessionSql(sessionId: string, workspaceSlug: string | null): Sql {
  return sql`SELECT * FROM system_session(${sessionId}::uuid, ${workspaceSlug}::text)`;
}

/** Only for a row the database has given; its workspace is proved by that alone (tenancy lock 1). */
export function contextOf(row: MembershipColumns & { user_id: string }, requestId: string): MemberContext {
  const workspaceId = row.workspace_id as WorkspaceId;
  const workspace: WorkspaceFacts = {
    id: workspaceId,
    slug: row.slug,
    name: row.workspace_name,
    locale: row.workspace_locale as Locale,
    timeZone: row.time_zone,
  };
  const actor: Actor = {
    memberId: row.member_id as MemberId,
    userId: row.user_id as UserId,
    role: row.role as Role,
    name: row.display_name,
  };
  return {
    workspace,
    actor,
    db: tenantDb(workspaceId),
    now: () => new Date(),
    log: log.child({ requestId, workspaceId, memberId: actor.memberId }),
    requestId,
    offers: offers(),
  };
}
