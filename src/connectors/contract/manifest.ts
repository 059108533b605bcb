import type { z } from 'zod';
import type { MessageKind, Network } from '@/kernel/vocabulary';
import type { SetupStep } from './connecting';

/** What a network can do; the interface offers exactly this and never asks for a network's name. */
export interface Capabilities {
  /**
   * `stream`: a connection held open that tells us when asking is worth it; what is new always comes by `poll`.
   * `widget`: people write to a door of ours (`Connector.widget`).
   */
  ingest: readonly ('webhook' | 'poll' | 'stream' | 'widget')[];
  reply: boolean;
  privateReply: boolean;
  startConversation: boolean;
  /** We can like a message of somebody else (`Connector.react`). */
  reactions: boolean;
  /** The network has a search of its own that takes words or hashtags (`PollRequest.terms`). */
  search?: boolean;
  /** After the reply window only messages made from an approved template are taken (`OutboundMessage.template`). */
  templates?: boolean;
  editOwn: boolean;
  deleteOwn: boolean;
  attachments: {
    maxCount: number;
    maxBytes: number;
    contentTypes: readonly string[];
    /** Where only messages of some kinds take files; absent: all of them. */
    kinds?: readonly MessageKind[];
  } | null;
  textLimit: {
    /** `weighted`: links 23, emojis and East Asian signs 2 (`kernel/weighted-length`). */
    unit: 'characters' | 'graphemes' | 'bytes' | 'weighted';
    max: number;
    /** Where a kind has its own limit (a Messenger message beside a comment). */
    maxByKind?: Partial<Record<MessageKind, number>>;
  };
  /** Hours after the last inbound message within which these kinds may be answered. */
  replyWindow: {
    hours: number;
    kinds: readonly MessageKind[];
    /** Where the network lets a person (not a machine) answer longer: hours in all. */
    humanAgentHours?: number;
  } | null;
}

export interface SecretSpec {
  name: string;
  /** `generated`: made by Rapport and shown once; `entered`: given by the admin, never shown; `granted`: given by the network (OAuth, a session), never shown. */
  origin: 'generated' | 'entered' | 'granted';
  /** Generated values are this followed by 32 random bytes in base64. */
  prefix?: string;
  /** Generated in base64url: letters, digits, `-` and `_` only. */
  isUrlSafe?: boolean;
  isRequired: boolean;
}

export interface ConnectorManifest {
  network: Network;
  capabilities: Capabilities;
  /** Public settings an admin gives (page id, callback URL); strict zod object. */
  settings: z.ZodType<Record<string, unknown>>;
  secrets: readonly SecretSpec[];
  /** Whose namespace external author ids live in: the network's, or this one channel's. */
  identityRealm: 'network' | 'channel';
  /**
   * True where the sender should hear that a delivery makes no sense (an integrator mends it); else it is
   * acknowledged and put aside, because a network would retry it and then stop sending.
   */
  tellsSenderOfRefusal: boolean;
  /** The guided way an admin connects it, in order; words under `channels.connectors.<network>.steps.<name>`. Empty: one form with settings and secrets. */
  setup?: readonly SetupStep[];
  /** How often the network is asked at most, seconds; only where `ingest` has `poll`. */
  pollEverySeconds?: number;
  /** The network's documented limits for one token; sending waits its turn within them. */
  rateLimits?: readonly RateLimit[];
  /** What a call costs, where the network charges for each: shown to the admin before the channel is enabled. */
  costs?: readonly CallCost[];
}

export interface RateLimit {
  /** `send` is reserved before each sending, `read` before each asking. */
  scope: 'send' | 'read';
  count: number;
  perSeconds: number;
}

export interface CallCost {
  /** Words under `channels.costs.<what>`. */
  what:
    | 'post_read'
    | 'post_create'
    | 'post_create_with_link'
    | 'direct_read'
    | 'direct_create'
    | 'person_read'
    | 'reaction_create';
  amount: number;
  currency: 'USD' | 'EUR';
}
