import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface LinkedinWorld {
  clientId: string;
  clientSecret: string;
  redirectUrl: string;
  organizationId: string;
  codes: Set<string>;
  /** Posts and comments that exist, and what comments say. */
  objects: Map<string, string>;
}

export interface LinkedinStandIn {
  /** To give as `linkedinBaseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  accepted: { target: string; parentComment?: string; text: string }[];
  tokens: { access: string; refresh: string };
  failNext(times: number, answer: Answer): void;
  close(): Promise<void>;
}

function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { status, code, message } };
}

/** LinkedIn's API, which refuses what it documents: token, version and protocol headers, foreign actors, lengths, unknown objects. */
export async function startLinkedin(world: LinkedinWorld): Promise<LinkedinStandIn> {
  const calls: ReceivedRequest[] = [];
  const accepted: LinkedinStandIn['accepted'] = [];
  const tokens = { access: 'access-0', refresh: 'refresh-0' };
  let failing: { times: number; answer: Answer } = { times: 0, answer: { status: 500 } };

  function token(body: string): Answer {
    const form = new URLSearchParams(body);
    const invalid = (error: string) => ({ status: 400, body: { error, error_description: 'invalid' } });
    if (form.get('client_id') !== world.clientId || form.get('client_secret') !== world.clientSecret)
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'Client authentication failed' },
      };
    if (form.get('grant_type') === 'refresh_token') {
      if (form.get('refresh_token') !== tokens.refresh) return invalid('invalid_grant');
    } else if (form.get('redirect_uri') !== world.redirectUrl || !world.codes.delete(form.get('code') ?? ''))
      return invalid('invalid_request');
    tokens.access = `${tokens.access}+`;
    const lasts = { expires_in: 5_184_000, refresh_token_expires_in: 31_536_000 };
    return { status: 200, body: { access_token: tokens.access, refresh_token: tokens.refresh, ...lasts } };
  }

  function comment(target: string, body: Record<string, unknown>): Answer {
    const { actor, object, message, parentComment } = body as Record<string, never> & {
      message?: { text?: string };
      parentComment?: string;
    };
    if (actor !== `urn:li:organization:${world.organizationId}`)
      return refuse(403, 'ACCESS_DENIED', 'Not enough permissions to act as this organization');
    if (!world.objects.has(target)) return refuse(404, 'NOT_FOUND', `Could not find ${target}`);
    if (!world.objects.has(String(object))) return refuse(400, 'INVALID_PARAMETER', 'object is not a post');
    const isComment = target.startsWith('urn:li:comment:');
    if (isComment !== (parentComment === target)) return refuse(400, 'INVALID_PARAMETER', 'parentComment');
    const text = message?.text ?? '';
    if (text === '') return refuse(400, 'MISSING_FIELD', 'message is required');
    if (text.length > 1250) return refuse(422, 'FIELD_LENGTH', 'message exceeds the maximum length of 1250');
    accepted.push({ target, text, ...(parentComment && { parentComment }) });
    const id = String(7_100_000_000_000 + accepted.length);
    return {
      status: 201,
      headers: { 'x-restli-id': id },
      body: { id, actor, object, message, commentUrn: `urn:li:comment:(${String(object)},${id})` },
    };
  }

  function call(request: ReceivedRequest): Answer {
    const { headers } = request;
    if (headers.authorization !== `Bearer ${tokens.access}`)
      return refuse(
        401,
        'REVOKED_ACCESS_TOKEN',
        'The token used in the request has been revoked by the user',
      );
    if (!/^20\d{4}$/.test(headers['linkedin-version'] ?? ''))
      return refuse(400, 'VERSION_MISSING', 'A version must be present');
    if (headers['x-restli-protocol-version'] !== '2.0.0')
      return refuse(400, 'PROTOCOL', 'Invalid protocol version');
    if (request.url === `/rest/organizations/${world.organizationId}`)
      return { status: 200, body: { localizedName: 'Zeltmacher', vanityName: 'zeltmacher' } };
    const [, encoded = '', id] =
      /^\/rest\/socialActions\/([^/]+)\/comments(?:\/(\d+))?$/.exec(request.url) ?? [];
    if (/[:(),]/.test(encoded)) return refuse(400, 'ILLEGAL_ARGUMENT', 'URNs must be encoded');
    const target = decodeURIComponent(encoded);
    if (request.method === 'POST' && encoded !== '' && id === undefined)
      return comment(target, JSON.parse(request.body) as Record<string, unknown>);
    const text = world.objects.get(`urn:li:comment:(${target},${id})`);
    if (request.method !== 'GET' || text === undefined)
      return refuse(404, 'NOT_FOUND', 'Could not find the entity');
    return { status: 200, body: { id, actor: 'urn:li:person:AbCd1234', message: { text }, object: target } };
  }

  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return failing.answer;
    }
    return request.url === '/oauth/v2/accessToken' ? token(request.body) : call(request);
  });
  return {
    url: server.url,
    calls,
    accepted,
    tokens,
    failNext: (times, answer) => {
      failing = { times, answer };
    },
    close: server.close,
  };
}
