import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { env } from '@/platform/env';

interface Readiness {
  database: boolean;
  /** Worker processes that hold their liveness connection. */
  workers: number;
}

/** Liveness: this process answers. Readiness (`?ready`): the database answers and a worker lives; else 503. */
export async function healthDoor(request: Request): Promise<Response> {
  if (!new URL(request.url).searchParams.has('ready')) return Response.json({ status: 'alive' });
  const readiness = await askReadiness();
  const isReady = readiness.database && readiness.workers > 0;
  return Response.json(
    { status: isReady ? 'ready' : 'not_ready', ...readiness },
    { status: isReady ? 200 : 503 },
  );
}

async function askReadiness(): Promise<Readiness> {
  try {
    const [row] = await systemDb('health').query<{ workers: number }>(
      sql`SELECT count(*)::int AS workers FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rapport worker liveness'`,
    );
    return { database: true, workers: row?.workers ?? 0 };
  } catch {
    return { database: false, workers: 0 };
  }
}

const registry = new Registry();
let isCollecting = false;

/** Prometheus text for whoever holds METRICS_TOKEN; to everybody else the page does not exist. */
export async function metricsDoor(request: Request): Promise<Response> {
  if (!holdsToken(request)) return new Response(null, { status: 404 });
  if (!isCollecting) {
    isCollecting = true;
    collectDefaultMetrics({ register: registry, prefix: 'rapport_' });
    addQueueGauges();
  }
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
}

function holdsToken(request: Request): boolean {
  const token = env().METRICS_TOKEN;
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return token !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}

function addQueueGauges(): void {
  const jobs = new Gauge({
    name: 'rapport_jobs',
    help: 'Jobs in the queue',
    labelNames: ['state'],
    registers: [],
  });
  registry.registerMetric(jobs);
  Object.assign(jobs, {
    collect: async () => {
      const rows = await systemDb('health').query<{ state: string; jobs: number }>(sql`
        SELECT CASE WHEN attempts >= max_attempts THEN 'dead' WHEN locked_at IS NOT NULL THEN 'running'
          WHEN run_at > now() THEN 'planned' ELSE 'waiting' END AS state, count(*)::int AS jobs
        FROM graphile_worker._private_jobs GROUP BY 1`);
      jobs.reset();
      for (const { state, jobs: count } of rows) jobs.set({ state }, count);
    },
  });
}
