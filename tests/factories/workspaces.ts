import { offers } from '@/entry/offers';
import { type MemberId, newId, type UserId, type WorkspaceId } from '@/kernel/ids';
import type { Role } from '@/kernel/vocabulary';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { type TenantDb, tenantDb } from '@/platform/db/tenant-db';
import { log } from '@/platform/log/log';

const weekday = [['09:00', '17:30']];
export const OFFICE_HOURS = {
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: weekday,
  saturday: [],
  sunday: [],
};

export interface TestWorkspace {
  id: WorkspaceId;
  slug: string;
  db: TenantDb;
}

/** A workspace of its own, through the tenant's door. */
export async function aWorkspace(
  overrides: { slug?: string; timeZone?: string } = {},
): Promise<TestWorkspace> {
  const id = newId() as WorkspaceId;
  const slug = overrides.slug ?? `w-${id.slice(-8)}`;
  const db = tenantDb(id);
  await db.models.workspace.create({
    data: {
      id,
      slug,
      name: `Workspace ${slug}`,
      businessHours: OFFICE_HOURS,
      timeZone: overrides.timeZone ?? 'Europe/Berlin',
    },
  });
  return { id, slug, db };
}

/** A member with a login; the context is what the doors would make for them. */
export async function aMember(
  workspace: TestWorkspace,
  overrides: { role?: Role; name?: string; email?: string; now?: () => Date } = {},
): Promise<MemberContext> {
  const userId = newId() as UserId;
  const memberId = newId() as MemberId;
  const name = overrides.name ?? `Member ${memberId.slice(-4)}`;
  const email = overrides.email ?? `${userId}@example.org`;
  await systemDb('sign-in').query(
    sql`INSERT INTO users (id, email, name) VALUES (${userId}, ${email}, ${name})`,
  );
  const role = overrides.role ?? 'marketer';
  await workspace.db.models.membership.create({
    data: { workspaceId: workspace.id, id: memberId, userId, role, displayName: name },
  });
  return {
    ...systemContextOf(workspace),
    actor: { memberId, userId, role, name },
    ...(overrides.now && { now: overrides.now }),
  };
}

/** The context of a job in this workspace. */
export function systemContextOf(workspace: TestWorkspace): TenantContext<null> {
  return {
    workspace: {
      id: workspace.id,
      slug: workspace.slug,
      name: workspace.slug,
      locale: 'de',
      timeZone: 'Europe/Berlin',
    },
    actor: null,
    db: workspace.db,
    now: () => new Date(),
    log,
    requestId: newId(),
    offers: offers(),
  };
}
