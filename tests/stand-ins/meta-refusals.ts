import { createHmac } from 'node:crypto';
import type { Answer, ReceivedRequest } from './local-server';

/** An error as the Graph API words it. */
export function refuse(code: number, message: string, status = 400): Answer {
  return {
    status,
    body: { error: { message: `(#${code}) ${message}`, type: 'OAuthException', code, fbtrace_id: 'AbCdEf' } },
  };
}

/** The parts of `/v26.0/a/b?c=d`: its path without the version, and its parameters. */
export function readUrl(url: string): { path: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'http://local');
  return { path: pathname.replace(/^\/v\d+\.\d+\//, '').replace(/^\//, ''), query: searchParams };
}

/** Refuses a missing, unknown or unproven token, as Meta does where the app asks for a proof. */
export function checkAccess(
  { headers, url, body }: ReceivedRequest,
  tokens: { token: string; appSecret?: string },
): Answer | null {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (given === undefined) return refuse(104, 'An access token is required to request this resource', 401);
  if (given !== tokens.token)
    return refuse(190, 'Error validating access token: session has been invalidated', 401);
  if (tokens.appSecret === undefined) return null;
  const isJson = headers['content-type'] === 'application/json' && body !== '';
  const inBody = isJson ? (JSON.parse(body) as Record<string, unknown>).appsecret_proof : undefined;
  const proof = createHmac('sha256', tokens.appSecret).update(given).digest('hex');
  return (inBody ?? readUrl(url).query.get('appsecret_proof')) === proof
    ? null
    : refuse(100, 'Invalid appsecret_proof provided in the API argument');
}
