import { newId } from '@/kernel/ids';
import { ok } from '@/kernel/result';
import type { Outbound } from '@/platform/http/outbound';

const DEMO_HOST = 'network.demo.invalid';

/**
 * The network behind the demo's channels: takes every reply and gives it an id, as a real callback would. Its
 * host lies in a domain that can never exist, so nothing leaves this process.
 */
export function withDemoNetwork(outbound: Outbound): Outbound {
  const { http } = outbound;
  return {
    ...outbound,
    http: {
      request: async (request) =>
        URL.canParse(request.url) && new URL(request.url).hostname === DEMO_HOST
          ? ok(takenByDemo(request.url))
          : http.request(request),
    },
  };
}

function takenByDemo(url: string) {
  const body = JSON.stringify({ externalId: `demo-${newId()}` });
  return { status: 200, headers: {}, body, bytes: Buffer.from(body), url };
}
