import { cpus, totalmem } from 'node:os';
import { closePools } from '../src/platform/db/pools';
import { largestOf, loadData } from './load-data';
import { type Running, start } from './processes';
import { type Line, printReport, type Skipped } from './report';
import { say } from './say';
import { chooseSubject, forgetSubject, type Subject } from './subject';
import { inboxInDatabase } from './workloads/inbox-database';
import { liveOnStream } from './workloads/live';
import { readsOverHttp } from './workloads/reads-over-http';
import { onScreen } from './workloads/screen';
import { inboundWebhook } from './workloads/webhook';

const FULL = { share: 1, rounds: 400, reads: 200, flood: 3000, seconds: 20, steps: 60 };
/** A tenth of the data; enough rounds for a median, not for a tail. */
const QUICK = { share: 0.1, rounds: 100, reads: 60, flood: 1000, seconds: 6, steps: 25 };
type Size = typeof FULL;

/** Loads the data once, starts the built application on it and measures each workload beside its reference. */
export async function benchmark(isQuick: boolean): Promise<void> {
  const size = isQuick ? QUICK : FULL;
  say(machine());
  await loadData(size.share);
  const subject = await chooseSubject(largestOf(size.share));
  const running: Running[] = [];
  try {
    printReport(await measure(subject, size, running));
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    await forgetSubject(subject);
    await closePools();
  }
}

async function measure(subject: Subject, size: Size, running: Running[]): Promise<(Line | Skipped)[]> {
  const began = async (process: Promise<Running>) => {
    const one = await process;
    running.push(one);
    return one;
  };
  const variables = { BENCH_WORKSPACE: subject.workspaceId };
  const web = await began(start('dist/server.js', { variables }));
  say('Inbox in the database');
  const lines: (Line | Skipped)[] = await inboxInDatabase(subject, size.rounds);
  say('Reads over HTTP');
  lines.push(...(await readsOverHttp(subject, web.url, size.reads)));
  say('Inbound webhooks');
  const next = await began(
    start('node_modules/next/dist/bin/next', {
      args: ['start', '-p', '{port}', '-H', '127.0.0.1'],
      variables,
      saysReady: false,
    }),
  );
  lines.push(...(await inboundWebhook(subject, { web, next }, { rounds: 5, size: size.flood })));
  await next.stop();
  await forgetPosts(subject);
  say('Realtime');
  await began(start('dist/worker.js'));
  lines.push(await liveOnStream(subject, web.url, size.seconds));
  say('In Chromium');
  lines.push(...(await onScreen(subject, web.url, size)));
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
