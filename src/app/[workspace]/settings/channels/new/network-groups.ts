import type { Network } from '@/kernel/vocabulary';

/** What kind of place a network is, in the order in which they are offered; words under `channels.groups`. */
export const networkGroups = ['social', 'messengers', 'own', 'reviews', 'custom'] as const;
export type NetworkGroup = (typeof networkGroups)[number];

/** A new network needs its line here to compile. */
export const groupOfNetwork: Record<Network, NetworkGroup> = {
  instagram: 'social',
  facebook: 'social',
  linkedin: 'social',
  x: 'social',
  mastodon: 'social',
  bluesky: 'social',
  whatsapp: 'messengers',
  telegram: 'messengers',
  email: 'own',
  chat: 'own',
  discourse: 'own',
  nodebb: 'own',
  wordpress: 'own',
  feed: 'own',
  trustpilot: 'reviews',
  'google-business': 'reviews',
  api: 'custom',
};
