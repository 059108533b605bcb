import { z } from 'zod';
import type { ConnectorManifest } from '../contract';
import { APP_SECRET, VERIFY_TOKEN } from '../contract/meta/signature';

/** Stands in the name of people whom Messenger does not name. */
export const BRAND = 'Facebook';
export const PAGE_ACCESS_TOKEN = 'pageAccessToken';

export const COMMENT_LIMIT = 8000;
export const MESSENGER_LIMIT = 2000;
export const REPLY_WINDOW_HOURS = 24;
/** With the tag HUMAN_AGENT: seven days. */
export const HUMAN_AGENT_HOURS = 168;

export const facebookSettings = z.strictObject({
  /** The page's numeric id: its deliveries are ours, its messages our own. */
  pageId: z.string().regex(/^\d{1,32}$/),
});

export const facebookManifest: ConnectorManifest = {
  network: 'facebook',
  capabilities: {
    ingest: ['webhook'],
    reply: true,
    privateReply: true,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: {
      maxCount: 1,
      maxBytes: 25_000_000,
      contentTypes: ['image/*', 'video/*', 'audio/*', 'application/pdf', 'text/*'],
      kinds: ['direct'],
    },
    textLimit: { unit: 'characters', max: COMMENT_LIMIT, maxByKind: { direct: MESSENGER_LIMIT } },
    replyWindow: { hours: REPLY_WINDOW_HOURS, kinds: ['direct'], humanAgentHours: HUMAN_AGENT_HOURS },
  },
  settings: facebookSettings,
  secrets: [
    { name: APP_SECRET, origin: 'entered', isRequired: true },
    { name: VERIFY_TOKEN, origin: 'generated', isRequired: true },
    { name: PAGE_ACCESS_TOKEN, origin: 'entered', isRequired: false },
  ],
  // Meta gives people another id at each page.
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
};
