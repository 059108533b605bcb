import { value as v0 } from '@/connectors/mastodon/send';
export const value = [v0];
