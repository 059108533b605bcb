import type { VisitorPage } from '@/kernel/visitor-chat';
import { Refused, type Server } from './server';

const FIRST_MS = 1000;
/** A visitor waits: never long, even where the browser did not tell that it is online again. */
const LONGEST_MS = 8_000;

export interface LiveListener {
  onPage(page: VisitorPage): void;
  onLost(): void;
}

/**
 * Follows the conversation until it is told to stop, or the server says no. A connection that breaks is made anew after
 * a growing pause, at once when the browser is online again; where only the stream does not get through, the
 * conversation is asked for instead.
 */
export function followConversation(server: Server, token: string, listener: LiveListener): void {
  void follow(server, token, listener).catch(() => listener.onLost());
}

async function follow(server: Server, token: string, listener: LiveListener): Promise<never> {
  for (let failures = 0; ; failures += 1) {
    const abort = new AbortController();
    const onOffline = () => abort.abort();
    addEventListener('offline', onOffline);
    const onPage = (page: VisitorPage) => {
      failures = 0;
      listener.onPage(page);
    };
    try {
      await server.stream(token, onPage, abort.signal);
    } catch (error) {
      if (isFinal(error)) throw error;
    }
    removeEventListener('offline', onOffline);
    // Whether anything is lost says the server, asked without a stream.
    try {
      listener.onPage(await server.history(token));
    } catch (error) {
      if (isFinal(error)) throw error;
      listener.onLost();
    }
    const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
    await awaken(most / 2 + (Math.random() * most) / 2);
  }
}

/** No such channel, not this page, not this visitor: to ask again changes nothing. */
function isFinal(error: unknown): boolean {
  return error instanceof Refused && [401, 403, 404].includes(error.status);
}

/** Resolves after so many milliseconds, or when the browser comes back. */
export function awaken(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
  });
}
