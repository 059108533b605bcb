import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Env, env } from '@/platform/env';
import { PrismaClient } from './generated/client';
import { fastTypes } from './parse-instant';
import { TenantPool } from './tenant-pool';

export interface Pools {
  tenant: TenantPool;
  prisma: PrismaClient;
  /** Without a workspace: row-level security answers every tenant table with an error. */
  system: pg.Pool;
}

/** Next.js bundles modules more than once per process; the pools must exist once. */
const registry = globalThis as typeof globalThis & { rapportPools?: Pools };

export function pools(): Pools {
  registry.rapportPools ??= open(env());
  return registry.rapportPools;
}

function open({ DATABASE_URL, DATABASE_POOL_SIZE: size, DATABASE_PREPARE: prepares }: Env): Pools {
  const shared = {
    connectionString: DATABASE_URL,
    application_name: `rapport ${process.title}`,
    idleTimeoutMillis: 30_000,
    types: fastTypes,
  };
  const tenant = new TenantPool({ ...shared, max: size, statement_timeout: 30_000, prepares });
  const system = new pg.Pool({ ...shared, max: Math.max(2, Math.ceil(size / 3)), statement_timeout: 15_000 });
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  for (const pool of [tenant, system]) {
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
  }
  return { tenant, system, prisma: new PrismaClient({ adapter: new PrismaPg(tenant) }) };
}

/** Closes every connection of this process; the next use opens new ones. */
export async function closePools(): Promise<void> {
  const open = registry.rapportPools;
  delete registry.rapportPools;
  if (!open) return;
  await open.prisma.$disconnect();
  await Promise.all([open.tenant.end(), open.system.end()]);
}
