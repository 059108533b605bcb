import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess } from '../contract';
import {
  createGraphCall,
  type GraphAnswer,
  type GraphRequest,
  graphCredentials,
} from '../contract/meta/graph-call';
import { ACCESS_TOKEN, PAGE_ACCESS_TOKEN } from './manifest';

export interface InstagramHosts {
  graphBaseUrl: string;
  /** Where tokens of Instagram's own login are taken. */
  instagramBaseUrl: string;
}

export interface InstagramAccess {
  /** Which of the two ways in; only the page's may read mentions and inspect itself. */
  via: 'login' | 'page';
  call(request: GraphRequest): Promise<GraphAnswer>;
}

/**
 * The ways in this channel has, Instagram's own login first.
 * @returns makes them for one channel; an empty list where it has no token
 */
export function createAccess(
  hosts: InstagramHosts,
): (channel: ChannelAccess, outbound: Outbound, now: Date) => InstagramAccess[] {
  const atInstagram = createGraphCall(hosts.instagramBaseUrl);
  const atFacebook = createGraphCall(hosts.graphBaseUrl);
  return (channel, outbound, now) => {
    // The proof by the app's secret is documented for Facebook's host only.
    const token = channel.secrets[ACCESS_TOKEN]?.[0];
    const page = graphCredentials(channel, PAGE_ACCESS_TOKEN);
    const ways: InstagramAccess[] = [];
    if (token !== undefined)
      ways.push({ via: 'login', call: (request) => atInstagram(request, { token }, outbound, now) });
    if (page) ways.push({ via: 'page', call: (request) => atFacebook(request, page, outbound, now) });
    return ways;
  };
}
