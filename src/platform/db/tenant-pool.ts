import { AsyncLocalStorage } from 'node:async_hooks';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { isUuid } from '@/kernel/ids';
import { isStalePlan, preparedName } from './prepared';
import type { Sql } from './sql';

/** The workspace whose rows the running code may touch, and the connection of its transaction once it has one. */
export interface TenantScope {
  workspaceId: string;
  transactionClient?: pg.PoolClient;
}

const registry = globalThis as typeof globalThis & { rapportScope?: AsyncLocalStorage<TenantScope> };
// One per process, as the pools are: Next.js bundles this file more than once, and a pool made by one bundle must
// see the workspace that another put in scope.
registry.rapportScope ??= new AsyncLocalStorage<TenantScope>();
export const tenantScope = registry.rapportScope;

type QueryArguments = [query: string | pg.QueryConfig, values?: unknown[]];

export interface TenantPoolConfig extends pg.PoolConfig {
  /** False behind a transaction pooler that knows no prepared statements. */
  prepares: boolean;
}

function scopeInForce(): TenantScope {
  const scope = tenantScope.getStore();
  if (!scope || !isUuid(scope.workspaceId)) throw new Error('no workspace in scope');
  return scope;
}

/** Only `SET LOCAL`: a session setting would outlive its transaction behind a transaction pooler. */
function beginFor(scope: TenantScope): string {
  return `BEGIN; SET LOCAL app.workspace_id = '${scope.workspaceId}'`;
}

/**
 * A pool on which nothing runs outside a transaction bound to one workspace. BEGIN, setting, statements and
 * COMMIT leave in one flush, so the binding costs no round trip (0.62 ms against 1.24 ms for an interactive
 * transaction, docs/decisions/002-tenant-pool.md).
 */
export class TenantPool extends pg.Pool {
  readonly #prepares: boolean;

  constructor({ prepares, ...config }: TenantPoolConfig) {
    super({ ...config, pipeline: true } as pg.PoolConfig);
    this.#prepares = prepares;
  }

  /** One statement in its own transaction: the way Prisma's adapter comes in. */
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` seven ways; only this one is used
  override query(...args: any[]): any {
    const scope = scopeInForce();
    if (typeof args.at(-1) === 'function') throw new Error('callbacks are not supported');
    return this.#flush(scope, [args as QueryArguments]).then(([result]) => result);
  }

  /** Several statements in one transaction and one round trip; all or none take effect. */
  async pipeline(scope: TenantScope, statements: readonly Sql[]): Promise<pg.QueryResult[]> {
    const named = statements.map((statement): QueryArguments => [this.prepared(statement)]);
    try {
      return await this.#flush(scope, named);
    } catch (error) {
      // Nothing of it took effect, and the connection with the stale plan is gone.
      if (isStalePlan(error)) return this.#flush(scope, named);
      throw error;
    }
  }

  /** The statement as a connection takes it, by its name where it is kept prepared. */
  prepared({ text, values }: Sql): pg.QueryConfig {
    const name = this.#prepares ? preparedName(text) : undefined;
    return { text, values: values as unknown[], ...(name !== undefined && { name }) };
  }

  async #flush(scope: TenantScope, statements: readonly QueryArguments[]): Promise<pg.QueryResult[]> {
    const client = await super.connect();
    let broken: Error | undefined;
    try {
      const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
      // One packet: written one by one, each statement costs a system call here and a waking there.
      stream.cork();
      const begun = client.query(beginFor(scope));
      const running = statements.map(([query, values]) => client.query(query as string, values));
      const committed = client.query('COMMIT');
      stream.uncork();
      const outcomes = await Promise.allSettled([begun, ...running, committed]);
      const first = outcomes[0];
      const last = outcomes.at(-1);
      if (first?.status === 'rejected') broken = first.reason;
      else if (last?.status === 'rejected') broken = last.reason;
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failure && isStalePlan(failure.reason)) broken = failure.reason;
      if (failure) throw failure.reason;
      return outcomes
        .slice(1, -1)
        .map((outcome) => (outcome as PromiseFulfilledResult<pg.QueryResult>).value);
    } finally {
      client.release(broken);
    }
  }

  /** A connection for one interactive transaction: its first statement must be BEGIN, which binds the workspace. */
  // biome-ignore lint/suspicious/noExplicitAny: as above, the promise form of an overloaded method
  override async connect(): Promise<any> {
    const scope = scopeInForce();
    const client = await super.connect();
    const query = client.query as (...all: unknown[]) => Promise<pg.QueryResult>;
    const release = client.release;
    scope.transactionClient = client;
    let hasBegun = false;
    Object.assign(client, {
      query: (config: string | { text: string }, ...rest: unknown[]) => {
        if (hasBegun) return query.call(client, config, ...rest);
        hasBegun = true;
        const text = typeof config === 'string' ? config : config.text;
        if (text !== 'BEGIN') return Promise.reject(new Error('a transaction starts with BEGIN'));
        return query.call(client, beginFor(scope)).then(() => ({ rows: [], fields: [], rowCount: 0 }));
      },
      release: (error?: Error | boolean) => {
        delete scope.transactionClient;
        Object.assign(client, { query, release });
        return release.call(client, error);
      },
    });
    return client;
  }
}
