import { createHash } from 'node:crypto';
import type { ChannelAccess } from '@/connectors/contract';
import type { WidgetContract } from '@/connectors/contract/widget';
import { AppError, notFound } from '@/kernel/errors';
import { isUuid, newId, type WorkspaceId } from '@/kernel/ids';
import type { WidgetAppearance } from '@/kernel/visitor-chat';
import { clientAddress } from '@/platform/auth/client-address';
import type { TenantContext } from '@/platform/context/context';
import { countHit } from '@/platform/rate-limit/count-hit';
import type { Door } from '../node-http';
import { offers } from '../offers';
import { problemResponse } from '../problem';
import { systemContext } from '../system-context';
import type { ChannelRoute } from '../webhook';
import { rememberRoutes } from '../webhook-routing';
import { openVisitorToken } from './visitor-token';

export type FindRoute = (channelId: string) => Promise<ChannelRoute | null>;

/** Somebody on a page that may show this channel's widget. */
export interface Visit {
  workspaceId: WorkspaceId;
  channel: ChannelAccess;
  widget: WidgetContract;
  appearance: WidgetAppearance;
  textLimit: number;
  /** Whose the request's token is. @throws visitor_token_invalid */
  visitorId(): string;
  context(): Promise<TenantContext<null>>;
  /** Counts one request of `who`, at most so many a minute. @throws rate_limited */
  count(what: string, who: string, most: number): Promise<void>;
  /** Where the request comes from, not in clear. */
  address: string;
  /** The channel is still there, and this page may still show it. */
  isStillWelcome(): Promise<boolean>;
}

/**
 * A door for pages of other origins: the channel of the address, the origin held against its settings, an answer only
 * that origin can read. No cookie is read or set: who the visitor is says their token.
 */
export function visitorDoor(
  findRoute: FindRoute,
  answer: (visit: Visit, request: Request) => Promise<Response>,
): Door {
  const findChannel = rememberRoutes(findRoute);
  return async (request, route) => {
    const requestId = newId();
    const origin = request.headers.get('origin') ?? '';
    let shared: Record<string, string> = { vary: 'origin' };
    try {
      const { channelId = '' } = await route.params;
      const admit = async () => admitTo(isUuid(channelId) ? await findChannel(channelId) : null, origin);
      const admitted = await admit();
      shared = {
        ...shared,
        'access-control-allow-origin': origin,
        'cache-control': 'no-store, no-transform',
      };
      const isStillWelcome = () =>
        admit().then(
          () => true,
          () => false,
        );
      const response = await answer(visitOf(admitted, request, requestId, isStillWelcome), request);
      for (const [name, value] of Object.entries(shared)) response.headers.set(name, value);
      return response;
    } catch (error) {
      return problemResponse(error, requestId, shared);
    }
  };
}

/** The browser's question before a request with a token: which headers a page of this origin may send. */
export function preflightDoor({ findRoute }: { findRoute: FindRoute }): Door {
  return visitorDoor(findRoute, async () => {
    const headers = {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    };
    return new Response(null, { status: 204, headers });
  });
}

function admitTo(route: ChannelRoute | null, origin: string) {
  const connector = route && offers().connectors.get(route.connector);
  const widget = connector?.widget;
  const read = route && widget?.readSettings(route.access.settings);
  if (!route || !connector || !widget || !read) throw notFound('channel_not_found');
  if (!read.allowedOrigins.includes(origin)) throw new AppError('forbidden', 'origin_not_allowed');
  const { textLimit } = connector.manifest.capabilities;
  return { route, widget, appearance: read.appearance, textLimit: textLimit.max };
}

function visitOf(
  { route, ...admitted }: ReturnType<typeof admitTo>,
  request: Request,
  requestId: string,
  isStillWelcome: Visit['isStillWelcome'],
): Visit {
  const channel = route.access;
  // What a page of the channel's own list asks for is its workspace's (tenancy lock 1).
  const workspaceId = route.workspaceId as WorkspaceId;
  return {
    ...admitted,
    workspaceId,
    channel,
    isStillWelcome,
    address: hashed(clientAddress(request.headers.get('x-forwarded-for'))),
    context: () => systemContext(workspaceId, requestId),
    visitorId: () => {
      const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
      const visitorId = openVisitorToken(token, channel.id, new Date());
      if (visitorId === null) throw new AppError('unauthenticated', 'visitor_token_invalid');
      return visitorId;
    },
    count: async (what, who, most) => {
      const { hits, resetsIn } = await countHit(`chat:${what}:${channel.id}:${who}`, 60);
      if (hits > most) throw new AppError('rate_limited', 'rate_limited', { retryAfter: resetsIn });
    },
  };
}

function hashed(address: string): string {
  return createHash('sha256').update(address).digest('base64url').slice(0, 22);
}
