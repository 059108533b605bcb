import { defaultBusinessHours } from '@/kernel/business-hours';
import { generateSecret, sealedSecret } from '@/modules/channels/store/secrets';
import { hashPassword } from '@/platform/auth/password';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { DemoWorkspaceHead } from '../demo/shape';
import { demoPassword } from '../demo/summary';
import type { IdOf } from './demo-ids';

/** Where replies to demo channels go: a network of our own that says yes (`entry/demo-network.ts`). */
const DEMO_CALLBACK = 'https://network.demo.invalid/callback';

/** The workspace with its logins, members, teams, channels, tags and saved replies. Safe to run again. */
export async function loadHead(db: TenantDb, head: DemoWorkspaceHead, idOf: IdOf, now: Date): Promise<void> {
  const { workspaceId } = db;
  await db.query(sql`
    INSERT INTO workspaces (id, slug, name, locale, time_zone, business_hours, settings, created_at)
    VALUES (${workspaceId}, ${head.slug}, ${head.name}, ${head.locale}, ${head.timeZone},
      ${JSON.stringify(defaultBusinessHours)}::jsonb, '{"demo": "loading"}', ${now}) ON CONFLICT (id) DO NOTHING`);
  // They joined yesterday: what is older counts as read.
  await loadMembers(db, head, idOf, new Date(now.getTime() - 86_400_000));
  const skip = { skipDuplicates: true };
  const teams = head.teams.map(({ key, name }) => ({ workspaceId, id: idOf('team', key), name }));
  await db.models.team.createMany({ data: teams, ...skip });
  const teamMembers = head.members.flatMap(({ key, teamKeys }) =>
    teamKeys.map((team) => ({ workspaceId, teamId: idOf('team', team), memberId: idOf('member', key) })),
  );
  await db.models.teamMember.createMany({ data: teamMembers, ...skip });
  await loadChannels(db, head, idOf);
  const tags = head.tags.map(({ name, color }) => ({ workspaceId, id: idOf('tag', name), name, color }));
  await db.models.tag.createMany({ data: tags, ...skip });
  const savedReplies = head.savedReplies.map(({ title, body, locale }) => ({
    workspaceId,
    id: idOf('reply', `${locale}/${title}`),
    shortcut: shortcutOf(title),
    name: title,
    text: body.replaceAll('firstName', 'first_name'),
    language: locale,
  }));
  await db.models.savedReply.createMany({ data: savedReplies, ...skip });
}

/** One login a person, also over several workspaces; one hash for all of them, its cost paid once. */
async function loadMembers(db: TenantDb, head: DemoWorkspaceHead, idOf: IdOf, joinedAt: Date): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  for (const { key, name, email, role, locale } of head.members) {
    const [user] = await db.query<{ id: string }>(sql`
      INSERT INTO users (id, email, name, password_hash, locale)
      VALUES (${idOf('user', email)}, ${email}, ${name}, ${passwordHash}, ${locale})
      ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`);
    await db.query(sql`
      INSERT INTO memberships (workspace_id, id, user_id, role, display_name, created_at)
      VALUES (${db.workspaceId}, ${idOf('member', key)}, ${user?.id}, ${role}, ${name}, ${joinedAt}) ON CONFLICT DO NOTHING`);
  }
}

async function loadChannels(db: TenantDb, head: DemoWorkspaceHead, idOf: IdOf): Promise<void> {
  const { workspaceId } = db;
  for (const { key, name, network, expectationMinutes } of head.channels) {
    const id = idOf('channel', key);
    const { count } = await db.models.channel.createMany({
      data: [
        {
          workspaceId,
          id,
          connector: 'api',
          network,
          name,
          expectationMinutes,
          settings: { callbackUrl: DEMO_CALLBACK },
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) continue;
    const spec = { name: 'signingSecret', origin: 'generated', prefix: 'whsec_', isRequired: true } as const;
    await db.models.channelSecret.createMany({
      data: [sealedSecret(workspaceId, id, spec.name, generateSecret(spec))],
    });
  }
}

const germanFolds: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function shortcutOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => germanFolds[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
