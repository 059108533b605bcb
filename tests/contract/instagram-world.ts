import type { ChannelAccess, Connector } from '@/connectors/contract';
import { createInstagramConnector } from '@/connectors/instagram/connector';

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);
const said = (id: string, at: string, more: object = {}) => ({
  id,
  text: `Nr. ${id}`,
  timestamp: at,
  username: 'anna',
  ...more,
});
const posts = Array.from({ length: 12 }, (_, index) => ({
  id: String(100 + index),
  timestamp: '2026-10-01T00:00:00+0000',
  permalink: `https://www.instagram.com/p/${index}/`,
  comments: {
    data:
      index === 0
        ? [
            said('c1', '2026-11-01T10:00:00+0000'),
            said('c2', '2026-11-03T10:00:00+0000', {
              replies: { data: [said('r1', '2026-11-04T10:00:00+0000')] },
            }),
          ]
        : index === 11
          ? [said('c3', '2026-11-05T10:00:00+0000')]
          : [],
  },
}));
export const world = {
  accountId: '17',
  appId: '99',
  appSecret: 'app-secret',
  loginToken: 'IGAA-login',
  pageToken: 'EAAG-page',
  objects: { '3': hoursAgo(1), '5': hoursAgo(1), '6': hoursAgo(200) },
  people: { anna: hoursAgo(1), ben: hoursAgo(30), cem: hoursAgo(200) },
  mentions: { 'mentioned_comment:5': { id: '5', text: '@nordlicht!', username: 'ben', media: { id: '3' } } },
  posts,
};
export function connectorAt(url: string): Connector {
  return createInstagramConnector({ graphBaseUrl: url, instagramBaseUrl: url, instagramLoginBaseUrl: url });
}
export const channelWith = (
  secrets: ChannelAccess['secrets'] = { accessToken: [world.loginToken] },
  accountId = '17',
): ChannelAccess => ({
  id: 'c',
  settings: { accountId, appId: world.appId },
  secrets: { appSecret: [world.appSecret], ...secrets },
});
export const withPage = () => channelWith({ pageAccessToken: [world.pageToken] });
