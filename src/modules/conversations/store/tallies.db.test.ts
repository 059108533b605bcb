import { expect, it } from 'vitest';
import { sql } from '@/platform/db/sql';
import { aChannel, aConversation } from '../../../../tests/factories/conversations';
import { aMember, aWorkspace } from '../../../../tests/factories/workspaces';
import { foldTallyRows, type TallyCell, tallyStatement } from './tallies';

const statuses = ['open', 'pending', 'resolved'] as const;

it('keeps every count right through random writes while others fold', async () => {
  const workspace = await aWorkspace();
  const { db, id: workspaceId } = workspace;
  const members = [await aMember(workspace), await aMember(workspace)].map(({ actor }) => actor.memberId);
  const channelId = await aChannel(workspace);
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) ids.push(await aConversation(workspace, { channelId }));
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const change = async (conversationId: string, status: TallyCell['status'], assigneeId: string | null) => {
    await db.transaction(async (tx) => {
      const [before] =
        await tx.query<TallyCell>(sql`SELECT status, channel_id AS "channelId", assignee_id AS "assigneeId",
        team_id AS "teamId" FROM conversations WHERE workspace_id = ${workspaceId} AND id = ${conversationId} FOR UPDATE`);
      if (!before) throw new Error('gone');
      await tx.pipeline(
        sql`UPDATE conversations SET status = ${status}, assignee_id = ${assigneeId}
          WHERE workspace_id = ${workspaceId} AND id = ${conversationId}`,
        ...tallyStatement(workspaceId, before, { ...before, status, assigneeId }),
      );
    });
  };
  for (let round = 0; round < 25; round += 1) {
    await Promise.all([
      ...Array.from({ length: 6 }, () =>
        change(ids[random(ids.length)] ?? '', statuses[random(3)] ?? 'open', members[random(3)] ?? null),
      ),
      foldTallyRows(db),
      ...(round % 3 === 0 ? [foldTallyRows(db)] : []),
    ]);
  }
  const wrong = await db.query(sql`
    SELECT status, assignee_id, count(*)::int FROM conversations WHERE workspace_id = ${workspaceId} GROUP BY 1, 2
    EXCEPT
    SELECT status, assignee_id, sum(difference)::int FROM conversation_tallies WHERE workspace_id = ${workspaceId} GROUP BY 1, 2`);
  expect(wrong).toEqual([]);
  await foldTallyRows(db);
  const [rows] = await db.query<{
    rows: number;
    sum: number;
  }>(sql`SELECT count(*)::int AS rows, sum(difference)::int AS sum
    FROM conversation_tallies WHERE workspace_id = ${workspaceId}`);
  expect(rows?.sum).toBe(ids.length);
  expect(rows?.rows).toBeLessThanOrEqual(9);
});
