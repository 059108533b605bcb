import type { Case } from './case';

/** Everything a language can say. Lists of templates; see ../grammar.ts for their syntax. */
export interface Talk {
  /** By country, then a fallback under `*`. */
  greet: Record<string, string[]>;
  greetFormal: string[];
  closing: string[];
  closingFormal: string[];
  peerOpen: string[];
  peerTail: string[];
  peerAgree: string[];
  brandOpen: string[];
  brandOpenFormal: string[];
  brandClose: string[];
  brandAsk: string[];
  askReply: string[];
  brandPraisesPeer: string[];
  thanks: string[];
  welcome: string[];
  brandWelcome: string[];
  nudge: string[];
  privately: string[];
  noteGeneral: string[];
}

export interface Praise {
  mentions: string[];
  mentionTails: string[];
  mentionReplies: string[];
  reviews: Record<1 | 2 | 3 | 4 | 5, { open: string[]; body: string[]; end: string[] }>;
  reviewReplies: Record<'good' | 'middling' | 'bad', string[]>;
  reviewRepaired: string[];
}

export interface PostTopic {
  key: string;
  subject: string;
  posts: string[];
  comments: string[];
  /** A comment and a reply to it by another customer. */
  talk: [string, string][];
  brandReplies: string[];
}

export interface Margin {
  contestPosts: string[];
  contestEntries: string[];
  contestReplies: string[];
  spam: string[];
  ringPosts: string[];
  ringPraise: string[];
}

export interface Bank {
  cases: Case[];
  talk: Talk;
  praise: Praise;
  posts: PostTopic[];
  margin: Margin;
}
