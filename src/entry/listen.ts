import type { WorkspaceId } from '@/kernel/ids';
import type { TenantContext } from '@/platform/context/context';
import { type DirectClient, directClient } from '@/platform/db/direct';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { log } from '@/platform/log/log';
import { systemContext } from './system-context';

export interface ListeningOptions {
  /** Connectors whose networks keep a connection open. */
  connectors: readonly string[];
  /** Holds one channel's connection; resolves when it ends, for whatever reason. */
  hold(context: TenantContext<null>, channelId: string, signal: AbortSignal): Promise<void>;
  /** Connections of this process. */
  most?: number;
  /** Milliseconds between looks at which channels there are: a channel that was paused is let go within this. */
  lookEveryMs?: number;
}

interface StreamingChannel {
  workspaceId: string;
  channelId: string;
  revision: string;
}

interface Held extends StreamingChannel {
  abort: AbortController;
  ended: Promise<void>;
}

/** All processes together; more than this are listened to by asking alone. */
const MOST_CHANNELS = 5000;
/** A connection that lasted this long was a good one: the next failure is the first again, milliseconds. */
const GOOD_AFTER_MS = 60_000;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 300_000;
/** A connector that does not end when told is left alone after this, milliseconds. */
const GRACE_MS = 5000;

/**
 * Holds the connections of networks that tell when asking is worth it: of all processes exactly one per channel, by an
 * advisory lock that ends with the process. A channel that is paused, removed or changed is let go at the next look;
 * a connection that ends is made anew after a growing pause.
 */
export function startListening(options: ListeningOptions): { stop(): Promise<void> } {
  if (options.connectors.length === 0) return { stop: async () => {} };
  const locks = new Locks();
  const held = new Map<string, Held>();
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  locks.onLost = () => {
    for (const { abort } of held.values()) abort.abort();
  };

  const letGo = async (some: readonly Held[]) => {
    for (const { abort } of some) abort.abort();
    await Promise.race([Promise.all(some.map(({ ended }) => ended)), pause(GRACE_MS)]);
    for (const { channelId } of some) {
      held.delete(channelId);
      await locks.release(channelId);
    }
  };
  const look = async () => {
    const channels = await streamingChannels(options.connectors);
    const wanted = new Map(channels.map((channel) => [channel.channelId, channel]));
    const unwanted = [...held.values()].filter(
      ({ channelId, revision, abort }) =>
        abort.signal.aborted || wanted.get(channelId)?.revision !== revision,
    );
    if (unwanted.length > 0) await letGo(unwanted);
    for (const channel of channels) {
      if (isStopped || held.size >= (options.most ?? 200)) return;
      if (held.has(channel.channelId) || !(await locks.take(channel.channelId))) continue;
      const abort = new AbortController();
      held.set(channel.channelId, {
        ...channel,
        abort,
        ended: keepHolding(channel, options.hold, abort.signal),
      });
    }
  };
  const lookOnce = () => {
    looking = looking
      .then(() => (isStopped ? undefined : look()))
      .catch((error) => log.warn({ err: error }, 'looking for channels to listen to failed'));
  };
  lookOnce();
  const timer = setInterval(lookOnce, options.lookEveryMs ?? 2000);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await looking;
      await letGo([...held.values()]);
      await locks.end();
    },
  };
}

async function keepHolding(
  { workspaceId, channelId }: StreamingChannel,
  hold: ListeningOptions['hold'],
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const began = Date.now();
    try {
      // Listed by the database itself, for the system's own work.
      await hold(await systemContext(workspaceId as WorkspaceId), channelId, signal);
    } catch (error) {
      log.warn({ err: error, workspaceId, channelId }, 'a connection to a network failed');
    }
    if (Date.now() - began > GOOD_AFTER_MS) failures = 0;
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
    await pause(ceiling / 2 + (ceiling / 2) * Math.random(), signal);
  }
}

/** Plan: partial index channels_streaming. */
function streamingChannels(connectors: readonly string[]): Promise<StreamingChannel[]> {
  return systemDb('schedule').query<StreamingChannel>(sql`
    SELECT workspace_id AS "workspaceId", channel_id AS "channelId", revision
    FROM system_streaming_channels(${[...connectors]}::text[], ${MOST_CHANNELS})`);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

/** Advisory locks on one connection of its own; they end with it, and then somebody else may hold them. */
class Locks {
  #client: DirectClient | undefined;
  onLost: () => void = () => {};

  async take(channelId: string): Promise<boolean> {
    const client = await this.#connected();
    const { rows } = await client.query(
      `SELECT pg_try_advisory_lock(hashtextextended('rapport.listen.' || $1::text, 0)) AS won`,
      [channelId],
    );
    return rows[0]?.won === true;
  }

  async release(channelId: string): Promise<void> {
    await this.#client?.query(
      `SELECT pg_advisory_unlock(hashtextextended('rapport.listen.' || $1::text, 0))`,
      [channelId],
    );
  }

  async end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  async #connected(): Promise<DirectClient> {
    if (this.#client) return this.#client;
    const client = directClient('listening');
    const forget = () => {
      if (this.#client !== client) return;
      this.#client = undefined;
      this.onLost();
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    this.#client = client;
    return client;
  }
}
