import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from './address-policy';
import { createOutboundHttp, type OutboundOptions, type OutboundRequest } from './outbound';

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function ask(options: OutboundOptions, request: Omit<OutboundRequest, 'method'> & { method?: 'POST' }) {
  const http = createOutboundHttp(options);
  cleanUps.push(() => http.close());
  const result = await http.request({ method: 'GET', ...request });
  return result.ok ? { status: result.value.status, body: result.value.body } : result.refusal.reason;
}

const resolvesTo = (...addresses: string[]): Pick<OutboundOptions, 'resolveHost'> => ({
  resolveHost: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

describe('addresses that are never reached', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://0x7f000001/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://0/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://198.18.0.1/',
    'https://203.0.113.9/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://①②⑦.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:53aa::1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
  ])('%s', async (url) => {
    expect(await ask({ allow: [] }, { url })).toBe('address_refused');
  });

  it('leaves public addresses alone', () => {
    expect(['8.8.8.8', '2606:4700::1111', '1.1.1.1'].every(isPublicAddress)).toBe(true);
  });

  it('judges a name by what it resolves to, one bad address being enough', async () => {
    const url = 'https://hooks.example.com/';
    expect(await ask({ allow: [], ...resolvesTo('10.0.0.5') }, { url })).toBe('address_refused');
    expect(await ask({ allow: [], ...resolvesTo('::ffff:10.0.0.5') }, { url })).toBe('address_refused');
    expect(await ask({ allow: [], ...resolvesTo('93.184.216.34', '127.0.0.1') }, { url })).toBe(
      'address_refused',
    );
    expect(await ask({ allow: [], ...resolvesTo() }, { url })).toBe('host_not_found');
    expect(await ask({ allow: [] }, { url: 'https://localhost/' })).toBe('address_refused');
  });

  it('connects to the very address it checked: a name that rebinds is asked once per connection', async () => {
    let visits = 0;
    const port = await serve((_, response) => {
      visits += 1;
      response.end('inside');
    });
    let asked = 0;
    const rebinding: OutboundOptions = {
      allow: ['127.0.0.2'],
      resolveHost: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
      },
    };
    // The first answer passes the check, nobody listens there; the second (loopback) must never be used.
    expect(await ask(rebinding, { url: `http://rebind.example.com:${port}/` })).toBe('connection_failed');
    expect({ asked, visits }).toEqual({ asked: 1, visits: 0 });
  });
});

describe('addresses that are refused for their form', () => {
  it.each([
    ['file:///etc/passwd', 'invalid_url'],
    ['gopher://example.com/', 'invalid_url'],
    ['not an address', 'invalid_url'],
    ['https://user:secret@example.com/', 'invalid_url'],
    ['http://8.8.8.8/', 'insecure_url'],
  ])('%s is %s', async (url, reason) => {
    expect(await ask({ allow: [] }, { url })).toBe(reason);
  });

  it('refuses plain http to a public name, and a broken allow-list at once', async () => {
    const url = 'http://hooks.example.com/';
    expect(await ask({ allow: [], ...resolvesTo('93.184.216.34') }, { url })).toBe('insecure_url');
    expect(() => createOutboundHttp({ allow: ['10.0.0.0/99'] })).toThrow('10.0.0.0/99');
  });
});

describe('the allow-list', () => {
  it('opens a block, an address or a name, and only that', async () => {
    const port = await serve((_, response) => response.end('hello'));
    const url = `http://127.0.0.1:${port}/`;
    const hello = { status: 200, body: 'hello' };
    expect(await ask({ allow: ['127.0.0.0/8'] }, { url })).toEqual(hello);
    expect(await ask({ allow: ['127.0.0.1'] }, { url: `http://2130706433:${port}/` })).toEqual(hello);
    const named = { url: `http://Hooks.Internal:${port}/` };
    expect(await ask({ allow: ['hooks.internal'], ...resolvesTo('127.0.0.1') }, named)).toEqual(hello);
    expect(await ask({ allow: ['other.internal'], ...resolvesTo('127.0.0.1') }, named)).toBe(
      'address_refused',
    );
    expect(await ask({ allow: ['10.0.0.0/8'] }, { url })).toBe('address_refused');
  });
});

describe('redirects', () => {
  it('checks each hop again', async () => {
    const port = await serve((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );
    const options = { allow: ['hooks.internal'], ...resolvesTo('127.0.0.1') };
    expect(await ask(options, { url: `http://hooks.internal:${port}/` })).toBe('address_refused');
  });

  it('follows three, not four, and never with the headers that were meant for the first origin', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const last = await serve((request, response) => {
      seen.push(request.headers);
      response.end('there');
    });
    const first = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      const location = step === 1 ? `http://127.0.0.1:${last}/` : `/${step - 1}`;
      response.writeHead(302, { location }).end();
    });
    const headers = { authorization: 'Bearer x', 'webhook-signature': 'v1,x', accept: 'text/plain' };
    const allow = ['127.0.0.1'];
    const three = await ask({ allow }, { url: `http://127.0.0.1:${first}/3`, headers });
    expect(three).toEqual({ status: 200, body: 'there' });
    expect(seen[0]).toMatchObject({ accept: 'text/plain' });
    expect(seen[0]).not.toHaveProperty('authorization');
    expect(seen[0]).not.toHaveProperty('webhook-signature');
    expect(await ask({ allow }, { url: `http://127.0.0.1:${first}/4` })).toBe('too_many_redirects');
  });

  it('keeps a body on 307 within the origin, and refuses to lose it or to hand it on', async () => {
    const received: string[] = [];
    const other = await serve((_, response) => response.end());
    const port = await serve((request, response) => {
      const locations: Record<string, [number, string]> = {
        '/same': [307, '/end'],
        '/lost': [302, '/end'],
        '/away': [308, `http://127.0.0.1:${other}/`],
        '/secret': [307, `http://a:b@127.0.0.1:${port}/end`],
      };
      const [status, location] = locations[request.url ?? ''] ?? [200, ''];
      request.on('data', (chunk) => request.url === '/end' && received.push(`${request.method} ${chunk}`));
      request.on('end', () => response.writeHead(status, { location }).end());
    });
    const post = (path: string) =>
      ask({ allow: ['127.0.0.1'] }, { method: 'POST', url: `http://127.0.0.1:${port}${path}`, body: 'news' });
    expect(await post('/same')).toEqual({ status: 200, body: '' });
    expect(received).toEqual(['POST news']);
    expect(await post('/lost')).toBe('redirect_refused');
    expect(await post('/away')).toBe('redirect_refused');
    expect(await post('/secret')).toMatch(/invalid_url|redirect_refused/);
    expect(received).toHaveLength(1);
  });
});

describe('where an answer was found', () => {
  it('is said, and where it has moved to for good', async () => {
    const port = await serve((request, response) => {
      const [status, location] = {
        '/old': [301, '/new'] as const,
        '/new': [302, '/today'] as const,
        '/today': [308, '/end'] as const,
      }[request.url ?? ''] ?? [200, ''];
      response.writeHead(status, { location }).end();
    });
    const http = createOutboundHttp({ allow: ['127.0.0.1'] });
    cleanUps.push(() => http.close());
    const base = `http://127.0.0.1:${port}`;
    const found = async (path: string) => {
      const answer = await http.request({ method: 'GET', url: `${base}${path}` });
      return answer.ok && { url: answer.value.url, movedTo: answer.value.movedTo };
    };
    expect(await found('/old')).toEqual({ url: `${base}/end`, movedTo: `${base}/new` });
    expect(await found('/new')).toEqual({ url: `${base}/end`, movedTo: undefined });
    expect(await found('/end')).toEqual({ url: `${base}/end`, movedTo: undefined });
  });
});

describe('limits', () => {
  it('stops waiting for a slow body, a silent server and a hanging resolver', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/drip') {
        response.write('x');
        const drip = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drip));
      }
    });
    const allow = ['127.0.0.1'];
    const timeoutMs = 200;
    expect(await ask({ allow }, { url: `http://127.0.0.1:${port}/drip`, timeoutMs })).toBe('timeout');
    expect(await ask({ allow }, { url: `http://127.0.0.1:${port}/silent`, timeoutMs })).toBe('timeout');
    const hanging: OutboundOptions = { allow, resolveHost: () => new Promise(() => undefined) };
    expect(await ask(hanging, { url: 'https://hooks.example.com/', timeoutMs })).toBe('timeout');
  });

  it('refuses a body above the limit without reading it to its end', async () => {
    const port = await serve((_, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', write);
      write();
    });
    const request = { url: `http://127.0.0.1:${port}/`, maxResponseBytes: 100_000 };
    expect(await ask({ allow: ['127.0.0.1'] }, request)).toBe('response_too_large');
  });

  it('answers a refused connection with a failure, not an exception', async () => {
    expect(await ask({ allow: ['127.0.0.1'] }, { url: 'http://127.0.0.1:1/' })).toBe('connection_failed');
  });
});
