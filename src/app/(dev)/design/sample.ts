import type { Network } from '@/kernel/vocabulary';

/** People of the outdoor brand's world; content, not interface. */
export const people: readonly { id: string; name: string; network: Network }[] = [
  { id: 'p1', name: 'Jonas Weber', network: 'facebook' },
  { id: 'p2', name: 'Agnieszka Nowak', network: 'instagram' },
  { id: 'p3', name: 'Thomas Baumann', network: 'trustpilot' },
  { id: 'p4', name: 'Lea & Noah', network: 'bluesky' },
  { id: 'p5', name: 'Søren Lindqvist', network: 'mastodon' },
  { id: 'p6', name: 'Bärbel Schröder', network: 'email' },
  { id: 'p7', name: 'Emre Yılmaz', network: 'whatsapp' },
  { id: 'p8', name: 'Hüttenblog', network: 'feed' },
];
