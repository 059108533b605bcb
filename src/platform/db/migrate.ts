import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations as installJobTables } from 'graphile-worker';
import pg from 'pg';
import { applyMigrations } from './schema-engine';

const GRANTS = join(process.cwd(), 'src/platform/db/grants.sql');

/** graphile-worker enables row-level security on its tables without a policy; jobs are routed, not owned, by workspaces. */
const JOB_TABLES = ['_private_jobs', '_private_job_queues', '_private_known_crontabs', '_private_tasks'];

export interface MigrateOptions {
  /** Role that owns the tables. */
  ownerUrl: string;
  /** Role the application runs as: neither owner nor BYPASSRLS. */
  appUrl: string;
}

/**
 * Brings the database to the newest schema: our migrations, the job queue's own, then the application's rights.
 * Safe to run at every start and from several processes at once (advisory lock).
 * @returns names of the migrations applied now
 */
export async function migrate({ ownerUrl, appUrl }: MigrateOptions): Promise<{ applied: string[] }> {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`SELECT pg_advisory_lock(hashtextextended('rapport.migrate', 0))`);
    const applied = await applyMigrations(ownerUrl);
    await installJobTables({ connectionString: ownerUrl });
    await owner.query(grantsFor(pg.escapeIdentifier(appRole)));
    return { applied };
  } finally {
    await owner.end();
  }
}

function grantsFor(role: string): string {
  const own = readFileSync(GRANTS, 'utf8').replaceAll(':app_role', role);
  const jobs = JOB_TABLES.map(
    (table) => `
      ALTER TABLE graphile_worker.${table} ENABLE ROW LEVEL SECURITY;
      DROP POLICY IF EXISTS application ON graphile_worker.${table};
      CREATE POLICY application ON graphile_worker.${table} TO ${role} USING (true) WITH CHECK (true);`,
  );
  return `BEGIN;
    GRANT USAGE ON SCHEMA public TO ${role};
    ${own}
    GRANT USAGE ON SCHEMA graphile_worker TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${role};
    ${jobs.join('\n')}
    COMMIT;`;
}
