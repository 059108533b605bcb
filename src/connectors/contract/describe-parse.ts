import type { FieldError } from '@/kernel/errors';
import type { Connector, InboundEvent, SkippedPart } from '../contract';

/** JSON-safe: times are ISO 8601 in UTC. */
export interface ParseDescription {
  outcome: 'messages' | 'ignored' | 'refused';
  reason?: string;
  fields?: readonly FieldError[];
  messages?: readonly Record<string, unknown>[];
  skipped?: readonly SkippedPart[];
}

function toJsonSafe(event: InboundEvent): Record<string, unknown> {
  return JSON.parse(JSON.stringify(event)) as Record<string, unknown>;
}

/**
 * What one delivery's bytes would become on a channel of this connector, storing nothing.
 * @param settings the channel's, where one is meant; without, the payload's own account counts as the brand's
 */
export function describeParse(
  connector: Connector,
  bytes: Uint8Array,
  receivedAt: Date,
  settings: Readonly<Record<string, unknown>> = {},
): ParseDescription {
  const parsed = connector.parseInbound(bytes, { id: 'described', settings }, receivedAt);
  if (parsed.outcome !== 'messages') return { ...parsed };
  const skipped = parsed.skipped ?? [];
  const messages = parsed.events.map(toJsonSafe);
  return { outcome: 'messages', messages, ...(skipped.length > 0 && { skipped }) };
}
