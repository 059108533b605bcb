import type {
  ConversationStatus,
  Locale,
  MessageDirection,
  MessageKind,
  Network,
  Priority,
  Role,
  Visibility,
} from '@/kernel/vocabulary';

/** What the demo generator returns: plain values, no database. Keys are unique within one workspace. */
export interface DemoMember {
  key: string;
  name: string;
  email: string;
  role: Role;
  teamKeys: string[];
  locale: Locale;
}

export interface DemoTeam {
  key: string;
  name: string;
}

export interface DemoChannel {
  key: string;
  name: string;
  network: Network;
  /** Minutes within which people on this channel expect an answer. */
  expectationMinutes: number;
  isPublic: boolean;
  /** The brand's own handle or address there. */
  handle: string;
  url?: string;
}

export interface DemoTag {
  name: string;
  color: 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6';
}

export interface DemoSavedReply {
  title: string;
  body: string;
  locale: Locale;
}

export interface DemoIdentity {
  network: Network;
  externalId: string;
  handle?: string;
  name: string;
  profileUrl?: string;
}

export type DemoCircle = 'repair' | 'hiking' | 'testclub' | 'ring';

export interface DemoTraits {
  /** The planted group; `testclub` is the false community that only talks to the brand. */
  circle?: DemoCircle;
  superfan?: boolean;
  spammer?: boolean;
  /** Set on people of the drawings. */
  drawn?: boolean;
}

export interface DemoPerson {
  key: string;
  displayName: string;
  givenName: string;
  familyName: string;
  /** ISO 639-1 of what this person writes. */
  language: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Both workspaces are German-speaking: so are the names they gave; in a form that filters take. */
  attributes: Record<string, string | number | boolean>;
  identities: DemoIdentity[];
  /** Key of the contact that is in truth the same human being, kept apart here. */
  samePersonAs?: string;
  traits: DemoTraits;
}

export interface DemoAttachment {
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

export interface DemoMessage {
  externalId: string;
  authorKey?: string;
  memberKey?: string;
  direction: MessageDirection;
  kind: MessageKind;
  visibility: Visibility;
  text: string;
  language: string;
  sentAt: Date;
  replyToExternalId?: string;
  /** The message this one passes on, where it is a share (the cascade). */
  sharesExternalId?: string;
  /** Stars, 1 to 5. */
  rating?: number;
  /** The text before the author edited it. */
  editedFrom?: string;
  editedAt?: Date;
  deleted?: boolean;
  /** Members named with @ in a note. */
  mentionedMemberKeys?: string[];
  attachments: DemoAttachment[];
}

export interface DemoConversation {
  key: string;
  channelKey: string;
  externalId: string;
  subject?: string;
  url?: string;
  kind: MessageKind;
  visibility: Visibility;
  status: ConversationStatus;
  priority: Priority;
  assigneeKey?: string;
  teamKey?: string;
  tagNames: string[];
  startedAt: Date;
  snoozedUntil?: Date;
  language: string;
  messages: DemoMessage[];
}

export interface DemoWorkspaceHead {
  slug: string;
  name: string;
  locale: Locale;
  timeZone: string;
  members: DemoMember[];
  teams: DemoTeam[];
  channels: DemoChannel[];
  tags: DemoTag[];
  savedReplies: DemoSavedReply[];
}

export interface DemoWorkspace extends DemoWorkspaceHead {
  people: DemoPerson[];
  conversations: DemoConversation[];
}

export interface DemoOptions {
  seed: string;
  now: Date;
  /** 1 is the demo itself; 66 is about a million messages. */
  scale: number;
}

/** A workspace whose people and conversations are produced in batches, so that size costs no memory. */
export interface DemoStream {
  head: DemoWorkspaceHead;
  counts: { people: number; conversations: number };
  people(batchSize?: number): Generator<DemoPerson[]>;
  conversations(batchSize?: number): Generator<DemoConversation[]>;
}

/** The whole stream in memory; for small scales and tests. */
export function collect(stream: DemoStream): DemoWorkspace {
  return {
    ...stream.head,
    people: [...stream.people()].flat(),
    conversations: [...stream.conversations()].flat(),
  };
}
