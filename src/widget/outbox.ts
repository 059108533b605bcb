import type { VisitorPost } from '@/kernel/visitor-chat';
import type { PendingMessage } from './conversation';
import type { Memory } from './memory';
import { Refused, type Server } from './server';

export interface OutboxProps {
  server: Server;
  token: string;
  memory: Memory;
  /** Something waits, has left or has failed. */
  onChange: () => void;
  onArrived: () => void;
  onUnreachable: () => void;
  onRefused: (status: number) => void;
}

/** What was written and has to arrive. The same id again is the same message: nothing is said twice, however often it is tried. */
export function createOutbox(props: OutboxProps) {
  const { server, token, memory } = props;
  const waiting = () => memory.read().pending ?? [];

  function mark(id: string, state: PendingMessage['state']): void {
    memory.write({ pending: waiting().map((one) => (one.id === id ? { ...one, state } : one)) });
    props.onChange();
  }

  async function deliver(id: string): Promise<void> {
    const { consent, name, email } = memory.read();
    const message = waiting().find((one) => one.id === id);
    if (!message || !consent) return;
    mark(id, 'sending');
    const about = { ...(name && { name }), ...(email && { email }), ...thisPage() };
    try {
      await server.post(token, { id, text: message.text, consent, ...about });
      mark(id, 'sent');
      props.onArrived();
    } catch (error) {
      mark(id, 'failed');
      if (error instanceof Refused) props.onRefused(error.status);
      else props.onUnreachable();
    }
  }

  return {
    deliver,
    add: (text: string) => {
      const message: PendingMessage = { id: newUuid(), text, at: new Date().toISOString(), state: 'sending' };
      memory.write({ pending: [...waiting(), message] });
      void deliver(message.id);
    },
    sendAgain: (...states: readonly PendingMessage['state'][]) => {
      for (const { id, state } of waiting()) if (states.includes(state)) void deliver(id);
    },
  };
}

/** Where the visitor is, without what may stand behind `?` and `#`. */
function thisPage(): Pick<VisitorPost, 'page'> {
  const { origin, pathname } = location;
  const url = `${origin}${pathname}`;
  return url.length > 2000 ? {} : { page: { url, title: document.title.slice(0, 300) } };
}

/** Also where the page is not served securely, and `crypto.randomUUID` is missing. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
