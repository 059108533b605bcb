import { ok, type Result, refuse } from '@/kernel/result';
import type { MessageKind, Visibility } from '@/kernel/vocabulary';
import { NOTE_LIMIT, type ReplySituation, replyRules, type TextLimit, textLength } from './reply-rules';

export interface OutgoingMessage {
  mode: 'public' | 'private' | 'note';
  text: string;
  files: readonly { contentType: string; size: number }[];
  mentions: number;
}

export interface OutgoingShape {
  kind: MessageKind;
  visibility: Visibility;
}

export type OutgoingRefusal =
  | { code: 'conflict'; reason: string }
  | { code: 'invalid_input'; path: string; reason: string; params?: Record<string, number> };

const personal: readonly MessageKind[] = ['direct', 'email'];

/**
 * What a message in this conversation becomes at its network, or why it may not be sent. Notes stay inside and know
 * only our own limit; what leaves a public thread, or is written in one that was moved, is a direct message.
 */
export function shapeOutgoing(
  message: OutgoingMessage,
  situation: ReplySituation,
  now: Date,
): Result<OutgoingShape, OutgoingRefusal> {
  if (message.mode === 'note') return shapeNote(message);
  if (message.mentions > 0) return invalid('mentions', 'mentions_only_in_notes');
  const isPrivate = message.mode === 'private' || situation.visibility === 'private';
  const leavesThread = isPrivate && !personal.includes(situation.kind);
  if (leavesThread && situation.capabilities?.privateReply !== true) {
    return refuse({ code: 'conflict', reason: 'network_without_private_replies' });
  }
  const kind = leavesThread ? 'direct' : replyKind(situation.kind);
  const rules = replyRules({ ...situation, kind: leavesThread ? 'direct' : situation.kind }, now);
  if (rules.refusedReason) return refuse({ code: 'conflict', reason: rules.refusedReason });
  const tooLong = exceeds(message.text, rules.textLimit);
  if (tooLong) return refuse(tooLong);
  // What leaves a public thread is sent as an answer to it: what takes files is judged where it stands.
  const { attachments } = leavesThread ? replyRules(situation, now) : rules;
  return (
    refuseFiles(message.files, attachments) ?? ok({ kind, visibility: isPrivate ? 'private' : 'public' })
  );
}

function shapeNote({ text, files }: OutgoingMessage): Result<OutgoingShape, OutgoingRefusal> {
  if (files.length > 0) return invalid('attachmentIds', 'attachments_not_in_notes');
  const tooLong = exceeds(text, NOTE_LIMIT);
  return tooLong ? refuse(tooLong) : ok({ kind: 'note', visibility: 'internal' });
}

/** Under a post, a mention or a review one writes comments. */
function replyKind(kind: MessageKind): MessageKind {
  return personal.includes(kind) ? kind : 'comment';
}

function exceeds(text: string, { unit, max }: TextLimit): OutgoingRefusal | null {
  if (textLength(text, unit) <= max) return null;
  return { code: 'invalid_input', path: 'text', reason: 'too_long', params: { maximum: max } };
}

function refuseFiles(
  files: OutgoingMessage['files'],
  allowed: { maxCount: number; maxBytes: number; contentTypes: readonly string[] } | null,
): { ok: false; refusal: OutgoingRefusal } | null {
  if (files.length === 0) return null;
  const path = 'attachmentIds';
  if (!allowed) return invalid(path, 'attachments_not_supported');
  if (files.length > allowed.maxCount) return invalid(path, 'too_many', { maximum: allowed.maxCount });
  if (files.some(({ size }) => size > allowed.maxBytes)) {
    return invalid(path, 'file_too_large', { maximum: allowed.maxBytes });
  }
  const fits = (type: string) =>
    allowed.contentTypes.some(
      (pattern) => pattern === type || (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1))),
    );
  return files.every(({ contentType }) => fits(contentType)) ? null : invalid(path, 'file_type_refused');
}

function invalid(path: string, reason: string, params?: Record<string, number>) {
  return refuse<OutgoingRefusal>({ code: 'invalid_input', path, reason, ...(params && { params }) });
}
