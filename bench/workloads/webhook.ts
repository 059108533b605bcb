import { createHmac } from 'node:crypto';
import pg from 'pg';
import { Agent, request } from 'undici';
import { newId } from '../../src/kernel/ids';
import { env } from '../../src/platform/env';
import { rateFiguresOf } from '../measure';
import { type Running, start } from '../processes';
import { type Line, noteLine } from '../report';
import type { Subject } from '../subject';

const IN_FLIGHT = 64;

interface Post {
  headers: Record<string, string>;
  body: string;
}

export interface WebhookHosts {
  /** The built application: the doors on plain Node in front of Next.js. */
  web: Running;
  /** The same build, every request through Next.js's own handler. */
  next: Running | null;
}

/** Signed deliveries acknowledged after commit, 64 in flight, no worker beside: the door alone. */
export async function inboundWebhook(
  subject: Subject,
  { web, next }: WebhookHosts,
  { rounds, size }: { rounds: number; size: number },
): Promise<Line[]> {
  const bare = await startBare(subject.channel.secret);
  const hosts = [
    { name: 'ours', url: `${web.url}/api/webhooks/${subject.channel.id}`, rates: [] as number[] },
    { name: 'bare', url: bare.url, rates: [] as number[] },
    ...(next
      ? [{ name: 'next', url: `${next.url}/api/webhooks/${subject.channel.id}`, rates: [] as number[] }]
      : []),
  ];
  const agent = new Agent({ connections: IN_FLIGHT, pipelining: 1 });
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, url, rates } of hosts) {
      const posts = Array.from({ length: name === 'next' ? Math.ceil(size / 3) : size }, () =>
        aPost(subject),
      );
      const rate = await flood(agent, url, posts);
      // The first round warms up.
      if (round > 0) rates.push(rate);
    }
  }
  await agent.close();
  await bare.stop();
  const figures = (name: string) => rateFiguresOf(hosts.find((host) => host.name === name)?.rates ?? []);
  const reference = figures('bare').p50;
  const ratio = figures('ours').p50 / reference;
  const workload = 'inbound webhook, 64 in flight';
  return [
    { workload, ...figures('ours'), unit: 'events/s', reference, ratio, aim: '≥ 0.6 ×', holds: ratio >= 0.6 },
    ...(next ? [noteLine(`${workload}, through Next.js's own handler`, figures('next'), 'events/s')] : []),
  ];
}

async function flood(agent: Agent, url: string, posts: readonly Post[]): Promise<number> {
  const start = performance.now();
  let at = 0;
  const sender = async () => {
    for (let post = posts[at++]; post; post = posts[at++]) {
      const { statusCode, body } = await request(url, { method: 'POST', dispatcher: agent, ...post });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
  return (posts.length * 1000) / (performance.now() - start);
}

/** As the `standardwebhooks` client signs, without making a client for each. */
export function aPost({ channel }: Subject, conversation: string = newId()): Post {
  const id = newId();
  const now = new Date();
  const body = JSON.stringify({
    type: 'message.created',
    timestamp: now.toISOString(),
    data: {
      externalId: id,
      conversation: { externalId: conversation },
      author: { externalId: `author-${conversation.slice(-2)}`, name: `Author ${conversation.slice(-2)}` },
      text: `Der Reißverschluss meiner Jacke klemmt, was kann ich tun? (${id})`,
      kind: 'comment',
      visibility: 'public',
      sentAt: now.toISOString(),
    },
  });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(channel.secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
  };
}

async function startBare(secret: string): Promise<Running> {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = env();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const role = pg.escapeIdentifier(decodeURIComponent(new URL(appUrl).username));
  await owner.query(
    `DROP TABLE IF EXISTS bench_deliveries; CREATE TABLE bench_deliveries (id text PRIMARY KEY, body bytea NOT NULL);
       GRANT INSERT, SELECT ON bench_deliveries TO ${role}`,
  );
  await owner.end();
  return start('bench/bare-webhook.mjs', { args: [appUrl, secret, '{port}'] });
}
