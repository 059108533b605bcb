import { Webhook } from 'standardwebhooks';
import { type ReceivedRequest, startLocalServer } from './local-server';

/** One `message.send` whose signature held. */
export interface DeliveredReply {
  webhookId: string;
  type: string;
  timestamp: string;
  data: {
    id: string;
    conversation: { externalId: string };
    replyToExternalId?: string;
    text: string;
    author: { name: string };
    attachments?: { url: string; contentType: string; name: string; size: number }[];
  };
}

export interface CallbackStandIn {
  /** To give as the channel's callback URL. */
  url: string;
  /** Accepted deliveries in order, repeats by `webhook-id` included once. */
  delivered: DeliveredReply[];
  /** Everything that came, refused or not. */
  requests: ReceivedRequest[];
  /** Why deliveries were refused, in order. */
  refusals: string[];
  /** The next `times` deliveries are answered with this status, unread. */
  failNext(times: number, status?: number, headers?: Record<string, string>): void;
  /** From now on these secrets count (a rotation). */
  trust(...secrets: string[]): void;
  /** Resolves with all deliveries once there are `count`; rejects after `timeoutMs`. */
  waitFor(count: number, timeoutMs?: number): Promise<DeliveredReply[]>;
  close(): Promise<void>;
}

function isSigned(secrets: readonly string[], request: ReceivedRequest): boolean {
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(request.body, request.headers);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * An integrator's callback receiver: refuses (401) what no trusted secret signed within five minutes, answers a
 * repeated `webhook-id` like its first time, and names each message `ext-{id}`.
 */
export async function startCallback(options: { secrets?: readonly string[] } = {}): Promise<CallbackStandIn> {
  let trusted: readonly string[] = options.secrets ?? [];
  let failing = { times: 0, status: 503, headers: {} as Record<string, string> };
  const delivered: DeliveredReply[] = [];
  const requests: ReceivedRequest[] = [];
  const refusals: string[] = [];

  const server = await startLocalServer((request) => {
    requests.push(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return { status: failing.status, headers: failing.headers };
    }
    const refuse = (status: number, reason: string) => {
      refusals.push(reason);
      return { status, body: { error: reason } };
    };
    if (request.method !== 'POST') return refuse(405, 'method');
    if (!isSigned(trusted, request)) return refuse(401, 'signature');
    const body = JSON.parse(request.body) as Omit<DeliveredReply, 'webhookId'>;
    if (body.type !== 'message.send') return refuse(400, `type ${body.type}`);
    const webhookId = request.headers['webhook-id'] ?? '';
    if (!delivered.some((one) => one.webhookId === webhookId)) delivered.push({ webhookId, ...body });
    return { status: 200, body: { externalId: `ext-${body.data.id}` } };
  });

  return {
    url: `${server.url}/callback`,
    delivered,
    requests,
    refusals,
    failNext: (times, status = 503, headers = {}) => {
      failing = { times, status, headers };
    },
    trust: (...secrets) => {
      trusted = secrets;
    },
    async waitFor(count, timeoutMs = 10_000) {
      const end = Date.now() + timeoutMs;
      while (delivered.length < count) {
        if (Date.now() > end)
          throw new Error(`${delivered.length} of ${count} deliveries in ${timeoutMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return delivered;
    },
    close: server.close,
  };
}
