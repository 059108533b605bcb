import pg from 'pg';

/** What a database is made of, as sorted lines that can be compared and read in a diff. */
export interface SchemaCatalogue {
  columns: string[];
  constraints: string[];
  indexes: string[];
  policies: string[];
  functions: string[];
}

const queries: Record<keyof SchemaCatalogue, string> = {
  columns: `
    SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
  constraints: `
    SELECT format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'c')`,
  indexes: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
  policies: `
    SELECT format('%s: %s %s USING %s CHECK %s', polrelid::regclass, polname, polcmd, pg_get_expr(polqual, polrelid),
      coalesce(pg_get_expr(polwithcheck, polrelid), '-')) AS line FROM pg_policy`,
  functions: `
    SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
};

export async function readCatalogue(connectionString: string): Promise<SchemaCatalogue> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const read = async (query: string) => {
      const { rows } = await client.query<{ line: string }>(query);
      return rows
        .map(({ line }) => line)
        .filter((line) => !line.includes('_prisma_migrations'))
        .sort();
    };
    return {
      columns: await read(queries.columns),
      constraints: await read(queries.constraints),
      indexes: await read(queries.indexes),
      policies: await read(queries.policies),
      functions: await read(queries.functions),
    };
  } finally {
    await client.end();
  }
}

export function catalogueText(catalogue: SchemaCatalogue): string {
  const parts = Object.entries(catalogue).map(
    ([name, lines]: [string, string[]]) => `-- ${name}\n${lines.join('\n')}`,
  );
  return `-- Written by the tests (UPDATE_SNAPSHOT=1); a migration's effect is reviewed as this file's diff.\n\n${parts.join('\n\n')}\n`;
}
