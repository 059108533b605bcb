import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { GraphCall, GraphCredentials } from './graph-call';

const inspected = z.object({
  data: z.object({
    expires_at: z.int().nullish(),
    data_access_expires_at: z.int().nullish(),
    scopes: z.array(z.string()).nullish(),
  }),
});

/**
 * When a token ends and which of these scopes it lacks, as far as Meta tells its bearer; nothing where it does not.
 * A token without an end (a system user's, a page's) has no `expiresAt`.
 */
export async function inspectToken(
  callGraph: GraphCall,
  { credentials, scopes }: { credentials: GraphCredentials; scopes: readonly string[] },
  outbound: Outbound,
  now: Date,
): Promise<{ expiresAt?: Date; missingScopes?: readonly string[] }> {
  const query = { input_token: credentials.token };
  const answer = await callGraph(
    { method: 'GET', path: 'debug_token', edge: 'read', query },
    credentials,
    outbound,
    now,
  );
  const told = answer.outcome === 'answered' ? inspected.safeParse(answer.json).data?.data : undefined;
  if (told === undefined) return {};
  const ends = [told.expires_at, told.data_access_expires_at].filter((at) => at != null && at > 0);
  const granted = told.scopes;
  return {
    ...(ends.length > 0 && { expiresAt: new Date(Math.min(...ends.map(Number)) * 1000) }),
    ...(granted && { missingScopes: scopes.filter((scope) => !granted.includes(scope)) }),
  };
}
