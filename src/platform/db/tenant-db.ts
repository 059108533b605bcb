import type { WorkspaceId } from '@/kernel/ids';
import type { Prisma } from './generated/client';
import { pools } from './pools';
import type { Sql } from './sql';
import { type TenantScope, tenantScope } from './tenant-pool';

/** Prisma's models; raw SQL goes through `query`, so that results look the same in and out of a transaction. */
export type TenantModels = Omit<
  Prisma.TransactionClient,
  '$queryRaw' | '$queryRawUnsafe' | '$executeRaw' | '$executeRawUnsafe' | '$queryRawTyped'
>;

/**
 * The database as one workspace sees it (tenancy lock 2).
 * Rows come as PostgreSQL's driver gives them: timestamps as Date, jsonb parsed, int8 and numeric as text
 * (cast to int or float8 in the statement).
 */
export interface TenantDb {
  readonly workspaceId: WorkspaceId;
  readonly models: TenantModels;
  query<Row>(statement: Sql): Promise<Row[]>;
  /** Several statements in one round trip, seeing one another's effects; outside a transaction all or none. */
  pipeline<Rows extends unknown[][]>(...statements: { [Index in keyof Rows]: Sql }): Promise<Rows>;
  /** Runs `work` in one transaction; nested calls join the outer one. */
  transaction<Value>(work: (tx: TenantTransaction) => Promise<Value>): Promise<Value>;
}

/** A TenantDb inside its transaction: everything written commits or vanishes together. */
export interface TenantTransaction extends TenantDb {
  readonly isTransaction: true;
}

const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 30_000 };

/** A door to one workspace's rows. Only `entry/` calls this: the id must come from an authorisation. */
export function tenantDb(workspaceId: WorkspaceId): TenantDb {
  const { tenant, prisma } = pools();
  const scope: TenantScope = { workspaceId };
  return {
    workspaceId,
    models: scopedModels(scope, prisma),
    query: async <Row>(statement: Sql) => {
      const [result] = await tenant.pipeline(scope, [statement]);
      return (result?.rows ?? []) as Row[];
    },
    pipeline: async <Rows extends unknown[][]>(...statements: { [Index in keyof Rows]: Sql }) => {
      const results = await tenant.pipeline(scope, statements as readonly Sql[]);
      return results.map((result) => result.rows) as Rows;
    },
    transaction: (work) => runTransaction(workspaceId, work),
  };
}

function runTransaction<Value>(
  workspaceId: WorkspaceId,
  work: (tx: TenantTransaction) => Promise<Value>,
): Promise<Value> {
  const scope: TenantScope = { workspaceId };
  return tenantScope.run(scope, () =>
    pools().prisma.$transaction(
      (models) => work(transactionOn(workspaceId, scope, models)),
      TRANSACTION_LIMITS,
    ),
  );
}

function transactionOn(
  workspaceId: WorkspaceId,
  scope: TenantScope,
  models: Prisma.TransactionClient,
): TenantTransaction {
  const run = async (statement: Sql) => {
    const client = scope.transactionClient;
    if (!client) throw new Error('the transaction has ended');
    return (await client.query(pools().tenant.prepared(statement))).rows;
  };
  const transaction: TenantTransaction = {
    isTransaction: true,
    workspaceId,
    models,
    query: async <Row>(statement: Sql) => (await run(statement)) as Row[],
    pipeline: async <Rows extends unknown[][]>(...statements: { [Index in keyof Rows]: Sql }) =>
      (await Promise.all((statements as readonly Sql[]).map(run))) as Rows,
    transaction: (work) => work(transaction),
  };
  return transaction;
}

/**
 * Each call starts inside the scope at once. `findUnique` is refused: Prisma batches it over everything that
 * runs in the same tick, other workspaces' requests included.
 */
function scopedModels(scope: TenantScope, models: object): TenantModels {
  return new Proxy(models, {
    get: (client, model) => {
      const delegate = Reflect.get(client, model);
      if (typeof delegate !== 'object' || delegate === null) return undefined;
      return new Proxy(delegate, {
        get: (target, method) => {
          if (String(method).startsWith('findUnique'))
            throw new Error('use findFirst: findUnique is batched');
          const call = Reflect.get(target, method);
          if (typeof call !== 'function') return call;
          return (...args: unknown[]) => tenantScope.run(scope, async () => await call.apply(target, args));
        },
      });
    },
  }) as TenantModels;
}
