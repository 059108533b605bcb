import pg from 'pg';
import type { ClusterState } from './credentials';

const { Client, escapeLiteral } = pg;

/** Creates database, owner and application role where missing; running it again changes nothing. */
export async function ensureRoles(state: ClusterState, port: number): Promise<void> {
  const connection = { host: '127.0.0.1', port, user: 'rapport_admin', password: state.superuserPassword };
  await withClient({ ...connection, database: 'postgres' }, async (client) => {
    await ensureRole(client, 'rapport_owner', state.ownerPassword);
    await ensureRole(client, 'rapport_app', state.appPassword);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'rapport'");
    if (rowCount === 0) await client.query('CREATE DATABASE rapport OWNER rapport_owner');
    await client.query('REVOKE ALL ON DATABASE rapport FROM PUBLIC');
    await client.query('GRANT CONNECT ON DATABASE rapport TO rapport_app');
  });
  await withClient({ ...connection, database: 'rapport' }, async (client) => {
    await client.query('ALTER SCHEMA public OWNER TO rapport_owner');
    await client.query('GRANT USAGE ON SCHEMA public TO rapport_app');
  });
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  const limits = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await client.query(`${verb} ROLE ${name} WITH ${limits} PASSWORD ${escapeLiteral(password)}`);
}

async function withClient(config: pg.ClientConfig, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new Client(config);
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
