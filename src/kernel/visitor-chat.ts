import type { Locale } from './vocabulary';

/** What a website shows of a chat channel; nothing of it is secret. */
export interface WidgetAppearance {
  title: string;
  /** `#rrggbb`. */
  accentColor: string;
  privacyUrl: string | null;
  /** Said before the first message; null where the widget's own words do. */
  greeting: Readonly<Record<Locale, string | null>>;
  /** Said outside business hours; null where the widget's own words do. */
  offline: Readonly<Record<Locale, string | null>>;
}

/** What a visitor sees of one message. */
export interface VisitorMessage {
  /** Of the visitor's own the id their browser gave it. */
  id: string;
  from: 'visitor' | 'team';
  /** Who of the team wrote it, by display name. */
  author: string | null;
  /** Empty where it was deleted. */
  text: string;
  sentAt: string;
  isEdited: boolean;
  isDeleted: boolean;
}

/** The conversation as it stands: the latest messages, the oldest first. */
export interface VisitorPage {
  messages: readonly VisitorMessage[];
  /** Within the workspace's business hours. */
  isOpen: boolean;
}

export interface VisitorSession {
  /** Proves who the visitor is, for this channel alone. */
  token: string;
  appearance: WidgetAppearance;
  isOpen: boolean;
  /** Characters of one message. */
  textLimit: number;
}

/** One message as a browser posts it. */
export interface VisitorPost {
  /** A UUID made by the browser: the same one again is the same message. */
  id: string;
  text: string;
  consent: VisitorConsent;
  name?: string;
  email?: string;
  page?: { url: string; title: string };
}

/** The wording somebody agreed to, and when. */
export interface VisitorConsent {
  text: string;
  language: Locale;
  givenAt: string;
}
