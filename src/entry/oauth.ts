import { AppError, forbidden } from '@/kernel/errors';
import { isUuid, newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import { env } from '@/platform/env';
import { type Authorised, authoriseSession, requireContext } from './authorise';
import { requirePermission } from './execute';
import { problemResponse, toAppError } from './problem';

interface Admission {
  channelId: string;
  sessionId: string;
}

interface Refusal {
  outcome: 'retry' | 'failed';
  reason: string;
}

/** What the doors need of the channels module. */
export type BeginAuthorizing = (
  context: MemberContext,
  admission: Admission,
) => Promise<{ outcome: 'redirect'; url: string } | Refusal>;
export type FinishAuthorizing = (
  context: MemberContext,
  answer: Admission & { state: string; code: string | undefined; error: string | undefined },
) => Promise<{ outcome: 'ok' } | Refusal>;

interface Admin {
  context: MemberContext;
  sessionId: string;
}

/**
 * GET /api/channels/{id}/authorize?workspace={slug}: an admin's browser is sent to the network's consent page. What
 * keeps it from going there is told in the guided way.
 */
export function authorizeDoor(begin: BeginAuthorizing) {
  return async (
    request: Request,
    { params }: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const requestId = newId();
    try {
      const { channelId } = await params;
      // A link on a foreign page begins nothing here.
      if (request.headers.get('sec-fetch-site') === 'cross-site') throw forbidden();
      const slug = new URL(request.url).searchParams.get('workspace');
      const { context, sessionId } = await requireAdmin(request, slug, requestId);
      if (!isUuid(channelId)) throw new AppError('not_found', 'channel_not_found');
      return await told(context, channelId, requestId, async () => {
        const begun = await begin(context, { channelId, sessionId });
        return begun.outcome === 'redirect'
          ? leave(begun.url)
          : flow(context, channelId, { error: begun.reason });
      });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

/**
 * GET /api/channels/callback: the one address all networks send the browser back to. The state names workspace and
 * channel and proves neither: the session proves the workspace, the stored hash the rest.
 */
export function callbackDoor(finish: FinishAuthorizing) {
  return async (request: Request): Promise<Response> => {
    const requestId = newId();
    try {
      const query = new URL(request.url).searchParams;
      const state = query.get('state') ?? '';
      const [slug = '', channelId] = state.split('.');
      const { context, sessionId } = await requireAdmin(request, slug, requestId);
      if (!isUuid(channelId)) throw new AppError('conflict', 'authorization_unknown');
      const code = query.get('code') ?? undefined;
      const error = query.get('error') ?? undefined;
      return await told(context, channelId, requestId, async () => {
        const look = await finish(context, { channelId, sessionId, state, code, error });
        return flow(context, channelId, look.outcome === 'ok' ? { connected: '1' } : { error: look.reason });
      });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

async function requireAdmin(request: Request, slug: string | null, requestId: string): Promise<Admin> {
  const authorised = await authoriseSession(request.headers.get('cookie'), slug, requestId);
  const context = requireContext(authorised);
  requirePermission(context, 'channels.manage');
  return { context, sessionId: (authorised as Authorised).signedIn.sessionId };
}

/** A refusal is told where the admin left off; a channel that is not theirs is not found. */
async function told(
  context: MemberContext,
  channelId: string,
  requestId: string,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { code, reason, params } = toAppError(error, requestId);
    if (code === 'not_found') throw error;
    const answer = { error: reason };
    if (reason !== 'account_connected') return flow(context, channelId, answer);
    return flow(context, channelId, { ...answer, other: String(params.channelId) });
  }
}

/** Back into the guided way; `error` is a key under `errors` or `ingest.delivery`. */
function flow({ workspace }: MemberContext, channelId: string, answer: Record<string, string>): Response {
  const path = `/${workspace.slug}/settings/channels/${channelId}/connect`;
  return leave(`${env().PUBLIC_URL}${path}?${new URLSearchParams(answer)}`);
}

function leave(url: string): Response {
  const headers = {
    location: /^https?:/.test(url) ? url : env().PUBLIC_URL,
    'cache-control': 'no-store',
    // The address we come from holds the code.
    'referrer-policy': 'no-referrer',
  };
  return new Response(null, { status: 303, headers });
}
