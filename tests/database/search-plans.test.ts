import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { sql } from '@/platform/db/sql';
import { aChannel, aContact, aConversation } from '../factories/conversations';
import { aWorkspace, type TestWorkspace } from '../factories/workspaces';

const COUNT = 4000;
let workspace: TestWorkspace;
let pages: Record<'contacts' | 'messages', number>;

/** Wide rows, with statistics: a plan that reads all of them is far above one that asks an index. */
beforeAll(async () => {
  workspace = await aWorkspace();
  const { id, db } = workspace;
  const channelId = await aChannel(workspace);
  const conversationId = await aConversation(workspace, { channelId });
  await db.query(sql`INSERT INTO contacts (workspace_id, id, name, search_text)
    SELECT ${id}, gen_random_uuid(), name, fold_text(name || repeat(' unterwegs draussen', 50))
    FROM (SELECT 'Serie ' || n AS name FROM generate_series(1, ${COUNT}::int) n) written`);
  await db.query(sql`INSERT INTO messages (workspace_id, id, conversation_id, channel_id, kind, direction, visibility, text,
      sent_at, version_at, search)
    SELECT ${id}, gen_random_uuid(), ${conversationId}, ${channelId}, 'comment', 'inbound', 'public',
      text || repeat(' unterwegs draussen', 50), sent_at, sent_at, message_search(text)
    FROM (SELECT 'Nr' || n || CASE WHEN n % 5 = 0 THEN ' gemeinsam' ELSE '' END AS text, now() - n * interval '1 minute' AS sent_at
      FROM generate_series(1, ${COUNT}::int) n) written`);
  await aContact(workspace, { name: 'Zacharias Quint' });
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query('ANALYZE contacts, messages');
  const sizes = await owner.query(
    `SELECT relname, relpages FROM pg_class WHERE relname IN ('contacts', 'messages')`,
  );
  pages = Object.fromEntries(sizes.rows.map(({ relname, relpages }) => [relname, relpages])) as typeof pages;
  await owner.end();
});

/** Pages read by a search whose plans are known to the connection already. */
async function pagesRead(call: ReturnType<typeof sql>): Promise<number> {
  const explain = sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM ${call}`;
  const results = await workspace.db.pipeline<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }[][]>(
    explain,
    explain,
  );
  const plan = results[1]?.[0]?.['QUERY PLAN'][0].Plan;
  return (plan?.['Shared Hit Blocks'] ?? Infinity) + (plan?.['Shared Read Blocks'] ?? Infinity);
}

it.each([
  ['a part of a name', 'acharia'],
  ['several words', 'quint zacharias'],
  ['a typo', 'zaccharias'],
  ['two letters', 'qu'],
  ['a word that names nobody', 'schlafsack'],
])('reads few of all people for %s', async (_, q) => {
  expect(await pagesRead(sql`search_contacts(${q}, 0, 5)`)).toBeLessThan(pages.contacts / 4);
});

it.each([
  ['a common word', 'gemeinsam'],
  ['a rare word', 'Nr3999'],
  ['a word nobody wrote', 'zeltstange'],
])('reads few of all messages for %s', async (_, q) => {
  const call = sql`search_messages(${q}, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21)`;
  expect(await pagesRead(call)).toBeLessThan(pages.messages / 4);
});
