import { pools } from './pools';
import { isStalePlan } from './prepared';
import type { Sql } from './sql';

/** Everything that reads or writes without a workspace, with the reason it must (tenancy lock 2). */
export const systemUses = {
  'sign-in': 'a login exists before any workspace is chosen',
  session: 'a session and its membership are what proves a workspace',
  'api-key': 'a key is what proves a workspace',
  'webhook-routing': 'a channel id in the address is what names a workspace',
  invitation: 'an invited person has no membership yet',
  'password-reset': 'somebody who forgot their password has neither session nor workspace, only the link',
  outbox: 'one reader per process follows the events of all workspaces and hands each to its own',
  jobs: 'the queue is fetched before the job’s stamp is read',
  schedule:
    'periodic work (snoozes, feeds to be asked, access to be renewed, connections to hold) starts by asking which workspaces have any due',
  'rate-limit': 'counted before anybody is known',
  health: 'readiness asks only whether the database answers',
  administration: 'the operator’s command line lists and creates workspaces',
} as const;
export type SystemUse = keyof typeof systemUses;

export interface SystemDb {
  query<Row>(statement: Sql): Promise<Row[]>;
  /** Statements that belong together, in one transaction. */
  transaction<Value>(work: (query: SystemDb['query']) => Promise<Value>): Promise<Value>;
}

/** The database without a workspace: global tables and the listed `system_…` functions; tenant tables refuse it. */
export function systemDb(_use: SystemUse): SystemDb {
  const { system, tenant } = pools();
  return {
    query: async <Row>(statement: Sql) => {
      const { text, values } = statement;
      // Prepared as a workspace's statements are: who asks is asked at every request.
      const found = system.query(tenant.prepared(statement)).catch((error) => {
        if (isStalePlan(error)) return system.query(text, values);
        throw error;
      });
      return (await found).rows as Row[];
    },
    transaction: async (work) => {
      const client = await system.connect();
      try {
        await client.query('BEGIN');
        const value = await work(
          async <Row>({ text, values }: Sql) => (await client.query(text, values)).rows as Row[],
        );
        await client.query('COMMIT');
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
