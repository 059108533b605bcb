import { type DirectClient, directClient } from '@/platform/db/direct';
import type { RecordedEvent } from '@/platform/events/event';
import { OUTBOX_CHANNEL } from '@/platform/events/hints';
import { currentPosition, type OutboxPosition, parsePosition, readOutbox } from '@/platform/events/outbox';
import { log } from '@/platform/log/log';
import { PRESENCE_CHANNEL, type PresenceSignal, parsePresence } from './presence';

export interface HubListener {
  onEvent(event: RecordedEvent): void;
  onPresence(signal: PresenceSignal): void;
}

const POLL_MS = 1000;
const BATCH = 500;
/** An event stays invisible while an older transaction runs; these looks after a hint spare it the next poll. */
const FOLLOW_UPS_MS = [40, 120, 300];

/**
 * One per process: follows the outbox and hands each event to the listeners of its own workspace
 * (tenancy lock 4). Woken by hints over one LISTEN connection; polls each second in case one was lost.
 */
class Hub {
  readonly #listeners = new Map<string, Set<HubListener>>();
  #position: OutboxPosition | undefined;
  #isReading = false;
  #isAsked = false;
  #started: Promise<void> | undefined;
  #client: DirectClient | undefined;

  /** Starts following on first use. @returns a function that stops listening */
  async listen(workspaceId: string, listener: HubListener): Promise<() => void> {
    this.#started ??= this.#start().catch((error) => {
      // A database that was away must not close realtime for the life of the process.
      this.#started = undefined;
      throw error;
    });
    await this.#started;
    const listeners = this.#listeners.get(workspaceId) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(workspaceId, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(workspaceId);
    };
  }

  async #start(): Promise<void> {
    this.#position = await currentPosition();
    await this.#connect();
    setInterval(() => this.#read(), POLL_MS).unref();
  }

  async #connect(): Promise<void> {
    const client = directClient('realtime');
    const reconnect = () => {
      if (this.#client !== client) return;
      this.#client = undefined;
      setTimeout(() => void this.#connect().catch(() => reconnect()), POLL_MS).unref();
    };
    this.#client = client;
    client.on('error', reconnect);
    client.on('end', reconnect);
    client.on('notification', ({ channel, payload }) => {
      if (channel === OUTBOX_CHANNEL) this.#readSoon();
      else this.#passOn(parsePresence(payload));
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${OUTBOX_CHANNEL}; LISTEN ${PRESENCE_CHANNEL}`);
    } catch (error) {
      log.warn({ err: error }, 'listening for hints failed, polling goes on');
      reconnect();
    }
  }

  #passOn(signal: PresenceSignal | null): void {
    if (!signal) return;
    for (const listener of this.#listeners.get(signal.workspaceId) ?? []) listener.onPresence(signal);
  }

  #readSoon(): void {
    this.#read();
    for (const delay of FOLLOW_UPS_MS) setTimeout(() => this.#read(), delay).unref();
  }

  /** Reads until nothing is left; a call during a read makes it look once more. */
  #read(): void {
    this.#isAsked = true;
    if (this.#isReading) return;
    this.#isReading = true;
    void this.#drain()
      .catch((error) => log.warn({ err: error }, 'reading the outbox failed'))
      .finally(() => {
        this.#isReading = false;
      });
  }

  async #drain(): Promise<void> {
    while (this.#isAsked && this.#position) {
      this.#isAsked = false;
      const events = await readOutbox(this.#position, BATCH);
      for (const event of events) {
        for (const listener of this.#listeners.get(event.workspaceId) ?? []) listener.onEvent(event);
      }
      this.#position = parsePosition(events.at(-1)?.position) ?? this.#position;
      if (events.length === BATCH) this.#isAsked = true;
    }
  }
}

const registry = globalThis as typeof globalThis & { rapportHub?: Hub };

export function hub(): Hub {
  registry.rapportHub ??= new Hub();
  return registry.rapportHub;
}
