/** The words of product.md that cross rooms; `as const` lists, so that zod, SQL checks and types share one source. */
export const roles = ['admin', 'manager', 'marketer'] as const;
export type Role = (typeof roles)[number];

export const messageKinds = ['post', 'comment', 'mention', 'review', 'direct', 'email', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const messageDirections = ['inbound', 'outbound'] as const;
export type MessageDirection = (typeof messageDirections)[number];

export const visibilities = ['public', 'private', 'internal'] as const;
export type Visibility = (typeof visibilities)[number];

/** What somebody of us has, had or will have to do with. */
export const triageStatuses = ['open', 'pending', 'snoozed', 'resolved'] as const;
/** What nobody addressed to us: heard, and muted until somebody takes it up; or not for us. */
export const listeningStatuses = ['overheard', 'silenced'] as const;
export const conversationStatuses = [...triageStatuses, ...listeningStatuses] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

/** 0 none, 1 low, 2 medium, 3 high, 4 urgent. */
export const priorities = [0, 1, 2, 3, 4] as const;
export type Priority = (typeof priorities)[number];

export const locales = ['de', 'en'] as const;
export type Locale = (typeof locales)[number];

/** How a message sounds; a suggestion until a person says it. */
export const sentiments = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof sentiments)[number];

/** The six hues of equal lightness a tag may have; never the only carrier of meaning. */
export const tagColors = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;
export type TagColor = (typeof tagColors)[number];

/** Every network a channel may stand for; the marks and names of all of them exist in the interface. */
export const networks = [
  'api',
  'email',
  'bluesky',
  'mastodon',
  'feed',
  'wordpress',
  'facebook',
  'instagram',
  'whatsapp',
  'telegram',
  'x',
  'discourse',
  'nodebb',
  'trustpilot',
  'google-business',
  'chat',
  'linkedin',
] as const;
export type Network = (typeof networks)[number];
