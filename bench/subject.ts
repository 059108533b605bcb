import { authoriseSession, requireContext } from '../src/entry/authorise';
import { execute } from '../src/entry/execute';
import { createChannel } from '../src/modules/channels/use-cases/create-channel';
import { sessionCookie } from '../src/platform/auth/session-cookie';
import { openSession } from '../src/platform/auth/sessions';
import type { MemberContext } from '../src/platform/context/context';
import { sql } from '../src/platform/db/sql';
import { systemDb } from '../src/platform/db/system-db';

/** Who asks, and where: a signed-in member of the largest workspace. */
export interface Subject {
  slug: string;
  workspaceId: string;
  context: MemberContext;
  cookie: { name: string; value: string };
  /** What a browser sends with every request to the API. */
  headers: Record<string, string>;
  channel: { id: string; secret: string };
}

/** The member with the most open conversations, signed in as the sign-in page does it, and a channel of the run's own. */
export async function chooseSubject(slug: string): Promise<Subject> {
  const [workspace] = await systemDb('administration').query<{ workspace_id: string }>(
    sql`SELECT workspace_id FROM system_workspaces() WHERE slug = ${slug}`,
  );
  if (!workspace) throw new Error(`there is no workspace ${slug}`);
  const users = await systemDb('administration').query<{ id: string }>(
    sql`SELECT id FROM users WHERE email LIKE ${`${slug}-%@%`} ORDER BY email`,
  );
  const signedIn = await Promise.all(users.map(({ id }) => signIn(id, slug)));
  const ranked = await Promise.all(
    signedIn.map(async (one) => ({ ...one, load: await openOf(one.context) })),
  );
  const busiest = ranked.toSorted((a, b) => b.load - a.load)[0];
  const admin = signedIn.find(({ context }) => context.actor.role === 'admin');
  if (!busiest || !admin) throw new Error('the largest workspace has no members');
  const { context, cookie } = busiest;
  const { id, shownSecrets } = await execute(createChannel, admin.context, {
    connector: 'api',
    name: `Benchmark ${new Date().toISOString()}`,
  });
  return {
    slug,
    workspaceId: context.workspace.id,
    context,
    cookie,
    headers: { cookie: `${cookie.name}=${cookie.value}`, 'rapport-workspace': slug },
    channel: { id, secret: shownSecrets[0]?.value ?? '' },
  };
}

async function signIn(userId: string, slug: string): Promise<Pick<Subject, 'context' | 'cookie'>> {
  const sessionId = await openSession(userId, 'benchmark');
  const cookie = await sessionCookie({ sessionId, userId });
  const context = requireContext(await authoriseSession(`${cookie.name}=${cookie.value}`, slug));
  return { context, cookie };
}

async function openOf({ db, actor }: MemberContext): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM conversations
    WHERE workspace_id = ${db.workspaceId} AND assignee_id = ${actor.memberId} AND status = 'open'`);
  return row?.n ?? 0;
}

/** Takes away what the run has posted, so that the next one finds the same data. */
export async function forgetSubject({ context: { db }, channel }: Subject): Promise<void> {
  await db.query(
    sql`DELETE FROM raw_events WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channel.id}::uuid`,
  );
  await db.query(
    sql`DELETE FROM conversations WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channel.id}::uuid`,
  );
  await db.query(
    sql`DELETE FROM conversation_tallies WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channel.id}::uuid`,
  );
  await db.query(
    sql`UPDATE channels SET removed_at = now() WHERE workspace_id = ${db.workspaceId} AND id = ${channel.id}::uuid`,
  );
}
