import { listConversationsInput } from '../../src/modules/conversations/contract';
import { getViewCounts } from '../../src/modules/conversations/queries/get-view-counts';
import { listConversations } from '../../src/modules/conversations/queries/list-conversations';
import type { MemberContext } from '../../src/platform/context/context';
import { type Sql, sql } from '../../src/platform/db/sql';
import type { TenantDb } from '../../src/platform/db/tenant-db';
import { interleave } from '../measure';
import { type Line, limitLine, ratioLine } from '../report';
import type { Subject } from '../subject';

const views = ['open', 'mine'] as const;

/** Everything the list pane shows, beside the two plainest statements that could show anything at all. */
export async function inboxInDatabase({ context }: Subject, rounds: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (const view of views) {
    const pair = await interleave(
      rounds,
      () => pane(context, view, 25),
      () => Promise.all([context.db.query(plainRows(context, view)), context.db.query(plainCounts(context))]),
    );
    lines.push(ratioLine(`inbox first page, ${view}: database`, pair, 2));
  }
  const counts = await Promise.all([25, 100].map((limit) => statementsFor(context, limit)));
  const most = Math.max(...counts);
  lines.push(
    limitLine('inbox first page: statements', { p50: most, p95: most }, { unit: 'statements', limit: 4 }),
  );
  return lines;
}

async function pane(context: MemberContext, view: (typeof views)[number], limit: number): Promise<void> {
  const input = listConversationsInput.parse({ view, limit });
  await Promise.all([listConversations(context, input), getViewCounts(context)]);
}

/** The ideal index has exactly this order; nothing is joined. */
function plainRows({ db, actor }: MemberContext, view: (typeof views)[number]): Sql {
  const whose = view === 'mine' ? sql`AND assignee_id = ${actor.memberId}::uuid` : sql``;
  return sql`SELECT id, contact_id, channel_id, subject, preview, preview_direction, status, priority, assignee_id, team_id, kind,
      visibility, language, waiting_since, due_at, attention_at, last_message_at, message_count
    FROM conversations WHERE workspace_id = ${db.workspaceId}::uuid AND status = 'open' ${whose}
    ORDER BY last_message_at DESC, id DESC LIMIT 25`;
}

function plainCounts({ db }: MemberContext): Sql {
  return sql`SELECT status, sum(difference)::int AS count FROM conversation_tallies
    WHERE workspace_id = ${db.workspaceId}::uuid GROUP BY status`;
}

/** How many statements the pane takes, BEGIN and COMMIT aside. */
async function statementsFor(context: MemberContext, limit: number): Promise<number> {
  let statements = 0;
  const { query, pipeline } = context.db;
  const db: TenantDb = {
    ...context.db,
    query: (statement) => {
      statements += 1;
      return query(statement);
    },
    pipeline: ((...all: Sql[]) => {
      statements += all.length;
      return pipeline(...all);
    }) as TenantDb['pipeline'],
  };
  await pane({ ...context, db }, 'mine', limit);
  return statements;
}
