import type { InboundWriting } from '../contract';

/**
 * The version of what a network times in whole seconds: an edit within the second of its creation would tie, so a
 * millisecond keeps created < edited < removed.
 */
export function versionOf(type: InboundWriting['type'], at: Date): Date {
  const rank = { created: 0, updated: 1, deleted: 2 }[type];
  return new Date(at.getTime() + rank);
}
