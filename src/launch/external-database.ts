import pg from 'pg';
import { Refusal } from './voice';

const oldest = 15;

/** Connects with both addresses; throws Refusal with the reason when the server or the roles would not keep tenants apart. */
export async function checkExternalDatabase(urls: {
  appUrl: string;
  ownerUrl: string;
}): Promise<{ version: string }> {
  const owner = await learn(urls.ownerUrl, 'DATABASE_OWNER_URL');
  const app = await learn(urls.appUrl, 'DATABASE_URL');
  const problems = [
    owner.versionNumber < oldest * 10_000 && `PostgreSQL ${owner.version}: expected ${oldest} or newer`,
    owner.database !== app.database &&
      `DATABASE_URL and DATABASE_OWNER_URL name different databases: expected the same`,
    app.isSuperuser && `DATABASE_URL: the role ${app.role} is a superuser; expected an ordinary role`,
    app.bypassesRls &&
      `DATABASE_URL: the role ${app.role} has BYPASSRLS; expected one that row-level security binds`,
    (app.role === owner.role || app.isMemberOf(owner.role)) &&
      `DATABASE_URL: the role ${app.role} is or may become the owner ${owner.role}; expected a role of its own`,
    app.ownsTables &&
      `DATABASE_URL: the role ${app.role} owns the database, its schema or tables in it; expected it to own nothing`,
    !owner.mayCreate &&
      `DATABASE_OWNER_URL: the role ${owner.role} may not create in the database and its schema public`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0)
    throw new Refusal(`The database is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  return { version: owner.version };
}

async function learn(url: string, name: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<RoleFacts>(factsQuery);
    const facts = rows[0];
    if (!facts) throw new Error('the server did not say who we are');
    return { ...facts, isMemberOf: (role: string) => facts.memberships.includes(role) };
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new Refusal(`${name}: no connection to the database: ${reason}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface RoleFacts {
  role: string;
  database: string;
  version: string;
  versionNumber: number;
  isSuperuser: boolean;
  bypassesRls: boolean;
  memberships: string[];
  ownsTables: boolean;
  mayCreate: boolean;
}

const factsQuery = `
  SELECT me.rolname AS role,
         current_database() AS database,
         current_setting('server_version') AS version,
         current_setting('server_version_num')::int AS "versionNumber",
         me.rolsuper AS "isSuperuser",
         me.rolbypassrls AS "bypassesRls",
         ARRAY(SELECT other.rolname::text FROM pg_roles other
               WHERE other.oid <> me.oid AND pg_has_role(me.oid, other.oid, 'MEMBER')) AS memberships,
         EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relowner = me.oid AND n.nspname NOT LIKE 'pg\\_%')
           OR EXISTS (SELECT FROM pg_namespace n WHERE n.nspowner = me.oid)
           OR EXISTS (SELECT FROM pg_database d WHERE d.datname = current_database() AND d.datdba = me.oid) AS "ownsTables",
         has_database_privilege(me.oid, current_database(), 'CREATE')
           AND has_schema_privilege(me.oid, 'public', 'CREATE') AS "mayCreate"
  FROM pg_roles me WHERE me.rolname = current_user`;
