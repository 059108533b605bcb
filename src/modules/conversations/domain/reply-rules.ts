import type { MessageKind } from '@/kernel/vocabulary';
import { weightedLength } from '@/kernel/weighted-length';

/** The part of a connector's capabilities that decides about answering. */
export interface ReplyCapabilities {
  reply: boolean;
  privateReply: boolean;
  attachments: {
    maxCount: number;
    maxBytes: number;
    contentTypes: readonly string[];
    kinds?: readonly MessageKind[];
  } | null;
  textLimit: TextLimit & { maxByKind?: Partial<Record<MessageKind, number>> };
  replyWindow: { hours: number; kinds: readonly MessageKind[]; humanAgentHours?: number } | null;
}

export interface TextLimit {
  unit: 'characters' | 'graphemes' | 'bytes' | 'weighted';
  max: number;
}

export interface ReplySituation {
  /** Undefined where no connector speaks the channel's network. */
  capabilities: ReplyCapabilities | undefined;
  channelState: string;
  kind: MessageKind;
  visibility: string;
  lastInboundAt: Date | null;
}

export interface ReplyRules {
  canReply: boolean;
  refusedReason: ReplyRefusal | null;
  canReplyPrivately: boolean;
  textLimit: TextLimit;
  windowEndsAt: Date | null;
  attachments: { maxCount: number; maxBytes: number; contentTypes: string[] } | null;
}

export type ReplyRefusal =
  | 'network_unknown'
  | 'network_without_replies'
  | 'channel_paused'
  | 'channel_needs_reconnect'
  | 'reply_window_closed';

const HOUR_MS = 3_600_000;
/** Notes stay inside: the only limit is ours. */
export const NOTE_LIMIT: TextLimit = { unit: 'characters', max: 20_000 };

/** What may be answered right now, and how; the capabilities decide, never a network's name. */
export function replyRules(situation: ReplySituation, now: Date): ReplyRules {
  const { capabilities, kind } = situation;
  const windowEndsAt = windowEnd(situation);
  const refusedReason = refusal(situation, windowEndsAt, now);
  const attachments = attachmentsFor(capabilities, kind);
  const limit = capabilities?.textLimit ?? NOTE_LIMIT;
  return {
    canReply: refusedReason === null,
    refusedReason,
    canReplyPrivately:
      refusedReason === null && capabilities?.privateReply === true && situation.visibility === 'public',
    textLimit: {
      unit: limit.unit,
      max: capabilities?.textLimit.maxByKind?.[kind] ?? limit.max,
    },
    windowEndsAt,
    attachments: attachments
      ? {
          maxCount: attachments.maxCount,
          maxBytes: attachments.maxBytes,
          contentTypes: [...attachments.contentTypes],
        }
      : null,
  };
}

function attachmentsFor(capabilities: ReplyCapabilities | undefined, kind: MessageKind) {
  const attachments = capabilities?.attachments ?? null;
  return attachments?.kinds?.includes(kind) === false ? null : attachments;
}

function refusal(
  { capabilities, channelState, kind }: ReplySituation,
  windowEndsAt: Date | null,
  now: Date,
): ReplyRefusal | null {
  if (!capabilities) return 'network_unknown';
  if (!capabilities.reply) return 'network_without_replies';
  if (channelState === 'paused') return 'channel_paused';
  if (channelState !== 'active') return 'channel_needs_reconnect';
  if (!capabilities.replyWindow?.kinds.includes(kind)) return null;
  return windowEndsAt === null || windowEndsAt <= now ? 'reply_window_closed' : null;
}

/** People answer here, not machines: where the network gives them longer, that holds. */
function windowEnd({ capabilities, kind, lastInboundAt }: ReplySituation): Date | null {
  const window = capabilities?.replyWindow;
  if (!window || !lastInboundAt || !window.kinds.includes(kind)) return null;
  return new Date(lastInboundAt.getTime() + (window.humanAgentHours ?? window.hours) * HOUR_MS);
}

/** Length of a text as the network counts it: code points, what a reader sees as one sign, UTF-8 bytes, or weighted as X does. */
export function textLength(text: string, unit: TextLimit['unit']): number {
  if (unit === 'bytes') return new TextEncoder().encode(text).length;
  if (unit === 'characters') return [...text].length;
  if (unit === 'weighted') return weightedLength(text);
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}
