import { newId } from '@/kernel/ids';
import { ok } from '@/kernel/result';
import type { OutboundHttp } from '@/platform/http/outbound';

const DEMO_HOST = 'network.demo.invalid';

/**
 * The network behind the demo's channels: takes every reply and gives it an id, as a real callback would. Its
 * host lies in a domain that can never exist, so nothing leaves this process.
 */
export function withDemoNetwork(http: OutboundHttp): OutboundHttp {
  return {
    ...http,
    request: async (request) =>
      URL.canParse(request.url) && new URL(request.url).hostname === DEMO_HOST
        ? ok({ status: 200, headers: {}, body: JSON.stringify({ externalId: `demo-${newId()}` }) })
        : http.request(request),
  };
}
