import { cpus, totalmem } from 'node:os';
import { closePools } from '../src/platform/db/pools';
import { largestOf, loadData } from './load-data';
import { type Running, start } from './processes';
import { type Line, printReport, type Skipped } from './report';
import { say } from './say';
import { chooseSubject, forgetSubject, type Subject } from './subject';
import { backfillApplied } from './workloads/backfill';
import { inboxInDatabase } from './workloads/inbox-database';
import { liveOnStream } from './workloads/live';
import { parsedDeliveries } from './workloads/parse';
import { readsOverHttp, searchesOverHttp } from './workloads/reads-over-http';
import { routedBatches } from './workloads/routing';
import { onScreen } from './workloads/screen';
import { inboundWebhook } from './workloads/webhook';

const FULL = { share: 1, rounds: 400, reads: 200, flood: 3000, seconds: 20, steps: 60, past: 10_000 };
/** A tenth of the data; enough rounds for a median, not for a tail. */
const QUICK = { share: 0.1, rounds: 100, reads: 60, flood: 1000, seconds: 6, steps: 25, past: 3000 };
type Size = typeof FULL;

interface Bench {
  subject: Subject;
  size: Size;
  web: Running;
  /** Starts a process that is stopped with the benchmark. */
  begin(process: Promise<Running>): Promise<Running>;
}

/** In the order they are measured; `--only` picks by a part of these names. */
const parts: Record<string, (bench: Bench) => Promise<(Line | Skipped)[]>> = {
  'inbox in the database': ({ subject, size }) => inboxInDatabase(subject, size.rounds),
  'reads over HTTP': ({ subject, size, web }) => readsOverHttp(subject, web.url, size.reads),
  'searches over HTTP': ({ subject, size, web }) => searchesOverHttp(subject, web.url, size.reads),
  'inbound webhooks': webhooks,
  'parse throughput': ({ size }) => parsedDeliveries(Math.min(size.rounds, 30)),
  backfill: async ({ subject, size }) => [await backfillApplied(subject, size.past)],
  routing: async ({ subject, size }) => [await routedBatches(subject, Math.min(size.rounds, 100))],
  'realtime on a stream': async ({ subject, size, web, begin }) => {
    await begin(start('dist/worker.js'));
    return [await liveOnStream(subject, web.url, size.seconds)];
  },
  'in Chromium': async ({ subject, size, web, begin }) => {
    await begin(start('dist/worker.js'));
    return onScreen(subject, web.url, size);
  },
};

export const partNames = Object.keys(parts);

/**
 * Loads the data once, starts the built application on it and measures each workload beside its reference.
 * @param names of the parts to measure, all of `partNames` for a whole run
 */
export async function benchmark(isQuick: boolean, names: readonly string[]): Promise<void> {
  const size = isQuick ? QUICK : FULL;
  say(machine());
  await loadData(size.share);
  const subject = await chooseSubject(largestOf(size.share));
  const running: Running[] = [];
  const begin = async (process: Promise<Running>) => {
    const one = await process;
    running.push(one);
    return one;
  };
  try {
    const web = await begin(start('dist/server.js', { variables: { BENCH_WORKSPACE: subject.workspaceId } }));
    const lines: (Line | Skipped)[] = [];
    for (const name of names) {
      say(name);
      lines.push(...((await parts[name]?.({ subject, size, web, begin })) ?? []));
    }
    printReport(lines);
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    await forgetSubject(subject);
    await closePools();
  }
}

async function webhooks({ subject, size, web, begin }: Bench): Promise<Line[]> {
  const next = await begin(
    start('node_modules/next/dist/bin/next', {
      args: ['start', '-p', '{port}', '-H', '127.0.0.1'],
      variables: { BENCH_WORKSPACE: subject.workspaceId },
      saysReady: false,
    }),
  );
  const lines = await inboundWebhook(subject, { web, next }, { rounds: 5, size: size.flood });
  await next.stop();
  await forgetPosts(subject);
  return lines;
}

/** What the flood left behind is not for the worker to apply while realtime is measured. */
async function forgetPosts({ context: { db }, channel }: Subject): Promise<void> {
  await db.models.rawEvent.deleteMany({ where: { workspaceId: db.workspaceId, channelId: channel.id } });
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
}
