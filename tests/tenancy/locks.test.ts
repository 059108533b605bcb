import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { tablesWithoutWorkspace } from './exempt-tables';

let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await aWorkspace();
  theirs = await aWorkspace();
  await theirs.db.models.tag.create({ data: { workspaceId: theirs.id, id: newId(), name: 'theirs' } });
});

async function catalogue<Row extends object>(query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

describe('row-level security', () => {
  it('is forced with a policy on every table, or the table is exempt for a stated reason', async () => {
    const tables = await catalogue<{ name: string; forced: boolean; policies: number }>(`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
        (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`);
    expect(tables.length).toBeGreaterThan(30);
    const open = tables.filter(({ forced, policies }) => !forced || policies === 0).map(({ name }) => name);
    expect(open.sort()).toEqual(Object.keys(tablesWithoutWorkspace).sort());
  });

  it('has every foreign key between tenant tables carry the workspace', async () => {
    const keys = await catalogue<{ name: string }>(`
      SELECT k.conname AS name FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'workspace_id'
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attname IN ('workspace_id')
      WHERE k.contype = 'f' AND NOT (a.attnum = ANY (k.conkey) AND b.attnum = ANY (k.confkey))`);
    expect(keys).toEqual([]);
  });

  it('has every primary key and unique constraint of a tenant table begin with the workspace', async () => {
    const indexes = await catalogue<{ name: string }>(`
      SELECT i.indexrelid::regclass::text AS name FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = 'workspace_id'
      JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
      WHERE i.indisunique AND i.indkey[0] <> a.attnum`);
    expect(indexes).toEqual([]);
  });

  it('gives the application a role that neither owns tables nor bypasses the policies', async () => {
    const role = new URL(process.env.DATABASE_URL ?? '').username;
    const [row] = await catalogue<{ bypass: boolean; superuser: boolean; owned: number }>(`
      SELECT rolbypassrls AS bypass, rolsuper AS superuser,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
      FROM pg_roles r WHERE rolname = '${role}'`);
    expect(row).toEqual({ bypass: false, superuser: false, owned: 0 });
  });
});

describe('one workspace', () => {
  it('sees nothing of another, by query or by model', async () => {
    expect(await ours.db.query(sql`SELECT name FROM tags`)).toEqual([]);
    expect(await ours.db.models.tag.count()).toBe(0);
    expect(await theirs.db.models.tag.count()).toBe(1);
  });

  it('cannot write into another', async () => {
    const row = { workspaceId: theirs.id, id: newId(), name: 'planted' };
    await expect(ours.db.models.tag.create({ data: row })).rejects.toThrow(/row-level security/);
  });

  it('cannot point at a row of another', async () => {
    const [tag] = await theirs.db.query<{ id: string }>(sql`SELECT id FROM tags`);
    const contactId = newId();
    await ours.db.models.contact.create({ data: { workspaceId: ours.id, id: contactId, name: 'Ours' } });
    const link = { workspaceId: ours.id, contactId, tagId: tag?.id ?? '' };
    await expect(ours.db.models.contactTag.create({ data: link })).rejects.toThrow();
  });

  it('keeps apart what runs at the same moment', async () => {
    const seen = await Promise.all(
      Array.from({ length: 400 }, async (_, turn) => {
        const { db, id } = turn % 2 ? ours : theirs;
        const [row] = await db.query<{ id: string }>(sql`SELECT id FROM workspaces`);
        const [model] = await db.models.workspace.findMany();
        return row?.id === id && model?.id === id;
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  it('leaves nothing behind on the connection after an error', async () => {
    await expect(ours.db.query(sql`SELECT 1 / 0`)).rejects.toThrow(/division/);
    await expect(systemDb('health').query(sql`SELECT * FROM tags`)).rejects.toThrow(/app.workspace_id|uuid/);
    expect(await theirs.db.models.tag.count()).toBe(1);
  });
});
