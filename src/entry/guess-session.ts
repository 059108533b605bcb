import { readSessionCookie } from '@/platform/auth/session-cookie';
import type { MemberContext } from '@/platform/context/context';
import type { Sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { contextOf, type SessionRow, sessionSql } from './member-row';

/** What the database said of a session in a workspace when it was last asked. Never an answer, only a guess. */
const lastSaid = new Map<string, SessionRow>();
const MOST_REMEMBERED = 2000;

const keyOf = (sessionId: string, slug: string) => `${sessionId} ${slug}`;

/** Keeps what was said of a member, so that their next read can ask again and read in one flush. */
export function rememberSession(sessionId: string, slug: string | null, row: SessionRow): void {
  if (slug === null || row.workspace_id === null) return;
  if (lastSaid.size >= MOST_REMEMBERED) lastSaid.clear();
  lastSaid.set(keyOf(sessionId, slug), row);
}

export interface Guess {
  /** As of the last request; its database asks about the session in the flush of the first statement. */
  context: MemberContext;
  /** Whether the database says the same now, of session, membership, role and workspace: until then nothing may leave. */
  prove(): Promise<boolean>;
}

/**
 * Who asks, if all is as it was: saves a read the round trip of asking first. Whether it is so is asked of the
 * database in every request, in the transaction of what is read; a guess that fails is thrown away with everything
 * read under it, and the request begins anew in the ordinary way. For reads alone: what a guess does must not matter.
 * @returns null where nothing is known of the session yet
 */
export async function guessSession(
  cookieHeader: string | null,
  slug: string | null,
  requestId: string,
): Promise<Guess | null> {
  const claims = slug === null ? null : await readSessionCookie(cookieHeader);
  if (!claims || slug === null) return null;
  const key = keyOf(claims.sessionId, slug);
  const row = lastSaid.get(key);
  if (row?.user_id !== claims.userId) return null;
  const context = contextOf(row, requestId);
  const isSame = (rows: readonly unknown[]) => rows.length === 1 && isEqual(rows[0] as SessionRow, row);
  const { db, prove } = askingDb(context.db, sessionSql(claims.sessionId, slug), isSame);
  return {
    context: { ...context, db },
    prove: async () => {
      const isProven = await prove();
      if (!isProven && lastSaid.get(key) === row) lastSaid.delete(key);
      return isProven;
    },
  };
}

function isEqual(one: SessionRow, other: SessionRow): boolean {
  return (Object.keys(other) as (keyof SessionRow)[]).every((column) => one[column] === other[column]);
}

/** Sends `question` ahead of the first statements; whatever could write, or cannot carry it, ends the guess. */
function askingDb(db: TenantDb, question: Sql, isSame: (rows: readonly unknown[]) => boolean) {
  let answer: Promise<boolean> | undefined;
  let isGivenUp = false;
  const ask = () => db.query(question).then(isSame);
  const giveUp = (): never => {
    isGivenUp = true;
    throw new Error('a guess reads by statements alone');
  };
  const pipeline = async (...statements: Sql[]): Promise<unknown[][]> => {
    if (answer) return db.pipeline<unknown[][]>(...statements);
    const all = db.pipeline<unknown[][]>(question, ...statements);
    // Where the read itself fails, its whole flush does: the question is put again by itself.
    answer = all.then(([rows]) => isSame(rows ?? []), ask);
    return (await all).slice(1);
  };
  const asking: TenantDb = {
    workspaceId: db.workspaceId,
    get models() {
      return giveUp();
    },
    query: async <Row>(statement: Sql) => (await pipeline(statement))[0] as Row[],
    pipeline: pipeline as TenantDb['pipeline'],
    transaction: async () => giveUp(),
  };
  return { db: asking, prove: async () => (await (answer ?? ask())) && !isGivenUp };
}
