import { apiSpecimen } from './api';
import { blueskySpecimen } from './bluesky';
import { chatSpecimen } from './chat';
import { discourseSpecimen } from './discourse';
import { emailSpecimen } from './email';
import { facebookSpecimen } from './facebook';
import { feedSpecimen } from './feed';
import { googleBusinessSpecimen } from './google-business';
import { instagramSpecimen } from './instagram';
import { linkedinSpecimen } from './linkedin';
import { mastodonSpecimen } from './mastodon';
import { nodebbSpecimen } from './nodebb';
import type { Specimen } from './specimen';
import { telegramSpecimen } from './telegram';
import { trustpilotSpecimen } from './trustpilot';
import { whatsappSpecimen } from './whatsapp';
import { wordpressSpecimen } from './wordpress';
import { xSpecimen } from './x';

/** By network, one line each. */
export const specimens: Record<string, Specimen> = {
  api: apiSpecimen,
  chat: chatSpecimen,
  bluesky: blueskySpecimen,
  discourse: discourseSpecimen,
  email: emailSpecimen,
  facebook: facebookSpecimen,
  feed: feedSpecimen,
  wordpress: wordpressSpecimen,
  instagram: instagramSpecimen,
  telegram: telegramSpecimen,
  whatsapp: whatsappSpecimen,
  x: xSpecimen,
  linkedin: linkedinSpecimen,
  mastodon: mastodonSpecimen,
  nodebb: nodebbSpecimen,
  trustpilot: trustpilotSpecimen,
  'google-business': googleBusinessSpecimen,
};
